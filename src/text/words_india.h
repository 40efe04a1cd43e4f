/* The boilerplate in languages of the scripts of India; words_table.h says how to read it.
 * Only that includes it. */
#pragma once

#define WORDS_HI(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "मरीज़ों के लिए जानकारी")                                      \
    X(L, WORD_NOTE, DOCBOOK, "नोट")                                                                \
    X(L, WORD_TIP, SPHINX, "सलाह")                                                                 \
    X(L, WORD_IMPORTANT, DOCBOOK, "महत्वपूर्ण")                                                       \
    X(L, WORD_WARNING, DOCBOOK, "चेतावनी")                                                          \
    X(L, WORD_CAUTION, DOCBOOK, "सावधानी")                                                         \
    X(L, WORD_EMERGENCY, UNREVIEWED, "आपातकाल")                                                    \
    X(L, WORD_URGENT, UNREVIEWED, "तत्काल")                                                         \
    X(L, WORD_ROUTINE, UNREVIEWED, "तत्काल नहीं")                                                    \
    X(L, WORD_DO, UNREVIEWED, "यह करें")                                                             \
    X(L, WORD_DONT, UNREVIEWED, "यह न करें")                                                         \
    X(L, WORD_CONTACT, UNREVIEWED, "हमसे संपर्क करें")                                                  \
    X(L, WORD_PHONE, UNREVIEWED, "फ़ोन")                                                            \
    X(L, WORD_HOURS, UNREVIEWED, "खुलने का समय")                                                     \
    X(L, WORD_EMAIL, UNREVIEWED, "ईमेल")                                                            \
    X(L, WORD_WEB, UNREVIEWED, "वेबसाइट")                                                           \
    X(L, WORD_ADDRESS, UNREVIEWED, "पता")                                                          \
    X(L, WORD_ABOUT, UNREVIEWED, "इस पत्रक के बारे में")                                                \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "लेखन")                                                       \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "जाँच")                                                       \
    X(L, WORD_OWNER, UNREVIEWED, "ज़िम्मेदार")                                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "संदर्भ")                                                       \
    X(L, WORD_VERSION, UNREVIEWED, "संस्करण {1}")                                                    \
    X(L, WORD_PUBLISHED, UNREVIEWED, "प्रकाशन")                                                     \
    X(L, WORD_REVIEWED, UNREVIEWED, "पिछली समीक्षा")                                                \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "अगली समीक्षा")                                              \
    X(L, WORD_SOURCES, UNREVIEWED, "स्रोत")                                                         \
    X(L, WORD_AUDIENCE, UNREVIEWED, "किसके लिए")                                                    \
    X(L, WORD_DRAFT, DOCBOOK, "मसौदा")                                                             \
    X(L, WORD_PAGE, UNREVIEWED, "पृष्ठ {1} / {2}")                                                   \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "पत्रक {1}")                                                \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "अगली समीक्षा: {1}")                                         \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "वेब पते")                                                  \
    X(L, WORD_LINKS, UNREVIEWED, "लिंक")                                                            \
    X(L, WORD_TABLE, DOCBOOK, "तालिका {1}. {2}")                                                   \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (जारी)")                                           \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "पाद टिप्पणी {1}")                                              \
    X(L, WORD_BACK, UNREVIEWED, "पाठ पर वापस")                                                     \
    X(L, WORD_QR, UNREVIEWED, "QR कोड जो {1} खोलता है")                                             \
    X(L, WORD_QR_USE, UNREVIEWED, "यह पत्रक अपने फ़ोन पर पढ़ें")                                         \
    X(L, WORD_LANGUAGES, UNREVIEWED, "यह पत्रक अन्य भाषाओं में")                                        \
    X(L, WORD_CONTENTS, DOCBOOK, "विषय-सूची")                                                       \
    X(L, WORD_COVER, UNREVIEWED, "आवरण")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "पृष्ठ")                                                            \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "करना है")                                                     \
    X(L, WORD_TASK_DONE, UNREVIEWED, "हो गया")

#define WORDS_NE(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "बिरामीहरूका लागि जानकारी")                                  \
    X(L, WORD_NOTE, SPHINX, "टिप्पणी")                                                              \
    X(L, WORD_TIP, UNREVIEWED, "सुझाव")                                                             \
    X(L, WORD_IMPORTANT, UNREVIEWED, "महत्त्वपूर्ण")                                                   \
    X(L, WORD_WARNING, UNREVIEWED, "चेतावनी")                                                       \
    X(L, WORD_CAUTION, UNREVIEWED, "सावधानी")                                                      \
    X(L, WORD_EMERGENCY, UNREVIEWED, "आपतकालीन")                                                   \
    X(L, WORD_URGENT, UNREVIEWED, "अत्यावश्यक")                                                      \
    X(L, WORD_ROUTINE, UNREVIEWED, "अत्यावश्यक होइन")                                                \
    X(L, WORD_DO, UNREVIEWED, "यो गर्नुहोस्")                                                         \
    X(L, WORD_DONT, UNREVIEWED, "यो नगर्नुहोस्")                                                      \
    X(L, WORD_CONTACT, UNREVIEWED, "हामीलाई सम्पर्क गर्नुहोस्")                                         \
    X(L, WORD_PHONE, UNREVIEWED, "फोन")                                                            \
    X(L, WORD_HOURS, UNREVIEWED, "खुल्ने समय")                                                        \
    X(L, WORD_EMAIL, UNREVIEWED, "इमेल")                                                            \
    X(L, WORD_WEB, UNREVIEWED, "वेबसाइट")                                                           \
    X(L, WORD_ADDRESS, UNREVIEWED, "ठेगाना")                                                        \
    X(L, WORD_ABOUT, UNREVIEWED, "यो पर्चाको बारेमा")                                                \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "लेखन")                                                       \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "जाँच")                                                       \
    X(L, WORD_OWNER, UNREVIEWED, "जिम्मेवार")                                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "सन्दर्भ")                                                      \
    X(L, WORD_VERSION, UNREVIEWED, "संस्करण {1}")                                                    \
    X(L, WORD_PUBLISHED, UNREVIEWED, "प्रकाशन")                                                     \
    X(L, WORD_REVIEWED, UNREVIEWED, "पछिल्लो समीक्षा")                                               \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "अर्को समीक्षा")                                              \
    X(L, WORD_SOURCES, UNREVIEWED, "स्रोतहरू")                                                       \
    X(L, WORD_AUDIENCE, UNREVIEWED, "कसका लागि")                                                   \
    X(L, WORD_DRAFT, UNREVIEWED, "मस्यौदा")                                                         \
    X(L, WORD_PAGE, UNREVIEWED, "पृष्ठ {1} / {2}")                                                   \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "पर्चा {1}")                                                \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "अर्को समीक्षा: {1}")                                         \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "वेब ठेगानाहरू")                                             \
    X(L, WORD_LINKS, UNREVIEWED, "लिङ्कहरू")                                                         \
    X(L, WORD_TABLE, UNREVIEWED, "तालिका {1}. {2}")                                                \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (क्रमशः)")                                          \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "पादटिप्पणी {1}")                                               \
    X(L, WORD_BACK, UNREVIEWED, "पाठमा फर्कनुहोस्")                                                   \
    X(L, WORD_QR, UNREVIEWED, "{1} खोल्ने QR कोड")                                                   \
    X(L, WORD_QR_USE, UNREVIEWED, "यो पर्चा आफ्नो फोनमा पढ्नुहोस्")                                     \
    X(L, WORD_LANGUAGES, UNREVIEWED, "यो पर्चा अन्य भाषाहरूमा")                                       \
    X(L, WORD_CONTENTS, SPHINX, "विषयसूची")                                                         \
    X(L, WORD_COVER, UNREVIEWED, "आवरण")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "पृष्ठहरू")                                                          \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "गर्न बाँकी")                                                   \
    X(L, WORD_TASK_DONE, UNREVIEWED, "भयो")

#define WORDS_BN(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "রোগীদের জন্য তথ্য")                                          \
    X(L, WORD_NOTE, SPHINX, "নোট")                                                                 \
    X(L, WORD_TIP, SPHINX, "পরামর্শ")                                                               \
    X(L, WORD_IMPORTANT, DOCBOOK, "গুরুত্বপূর্ণ")                                                       \
    X(L, WORD_WARNING, SPHINX, "সতর্কতা")                                                           \
    X(L, WORD_CAUTION, UNREVIEWED, "সাবধান")                                                       \
    X(L, WORD_EMERGENCY, UNREVIEWED, "জরুরি অবস্থা")                                                 \
    X(L, WORD_URGENT, UNREVIEWED, "জরুরি")                                                          \
    X(L, WORD_ROUTINE, UNREVIEWED, "জরুরি নয়")                                                      \
    X(L, WORD_DO, UNREVIEWED, "যা করবেন")                                                          \
    X(L, WORD_DONT, UNREVIEWED, "যা করবেন না")                                                     \
    X(L, WORD_CONTACT, UNREVIEWED, "আমাদের সাথে যোগাযোগ করুন")                                      \
    X(L, WORD_PHONE, UNREVIEWED, "ফোন")                                                            \
    X(L, WORD_HOURS, UNREVIEWED, "খোলার সময়")                                                      \
    X(L, WORD_EMAIL, UNREVIEWED, "ইমেইল")                                                          \
    X(L, WORD_WEB, UNREVIEWED, "ওয়েবসাইট")                                                         \
    X(L, WORD_ADDRESS, UNREVIEWED, "ঠিকানা")                                                       \
    X(L, WORD_ABOUT, UNREVIEWED, "এই লিফলেট সম্পর্কে")                                               \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "লিখেছেন")                                                   \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "যাচাই করেছেন")                                              \
    X(L, WORD_OWNER, UNREVIEWED, "দায়িত্বে")                                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "রেফারেন্স")                                                   \
    X(L, WORD_VERSION, UNREVIEWED, "সংস্করণ {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "প্রকাশিত")                                                    \
    X(L, WORD_REVIEWED, UNREVIEWED, "সর্বশেষ পর্যালোচনা")                                            \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "পরবর্তী পর্যালোচনা")                                         \
    X(L, WORD_SOURCES, UNREVIEWED, "তথ্যসূত্র")                                                       \
    X(L, WORD_AUDIENCE, UNREVIEWED, "যাদের জন্য")                                                   \
    X(L, WORD_DRAFT, DOCBOOK, "খসড়া")                                                              \
    X(L, WORD_PAGE, UNREVIEWED, "পৃষ্ঠা {1} / {2}")                                                  \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "লিফলেট {1}")                                              \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "পরবর্তী পর্যালোচনা: {1}")                                    \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "ওয়েব ঠিকানা")                                            \
    X(L, WORD_LINKS, UNREVIEWED, "লিংক")                                                           \
    X(L, WORD_TABLE, DOCBOOK, "ছক {1}. {2}")                                                       \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (চলমান)")                                          \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "পাদটীকা {1}")                                                 \
    X(L, WORD_BACK, UNREVIEWED, "লেখায় ফিরে যান")                                                  \
    X(L, WORD_QR, UNREVIEWED, "QR কোড যা {1} খোলে")                                                \
    X(L, WORD_QR_USE, UNREVIEWED, "আপনার ফোনে এই লিফলেটটি পড়ুন")                                    \
    X(L, WORD_LANGUAGES, UNREVIEWED, "অন্যান্য ভাষায় এই লিফলেট")                                     \
    X(L, WORD_CONTENTS, DOCBOOK, "সূচিপত্র")                                                         \
    X(L, WORD_COVER, UNREVIEWED, "প্রচ্ছদ")                                                          \
    X(L, WORD_PAGES, UNREVIEWED, "পৃষ্ঠাসমূহ")                                                        \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "করতে হবে")                                                   \
    X(L, WORD_TASK_DONE, UNREVIEWED, "করা হয়েছে")

#define WORDS_PA(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "ਮਰੀਜ਼ਾਂ ਲਈ ਜਾਣਕਾਰੀ")                                         \
    X(L, WORD_NOTE, UNREVIEWED, "ਨੋਟ")                                                              \
    X(L, WORD_TIP, UNREVIEWED, "ਸੁਝਾਅ")                                                             \
    X(L, WORD_IMPORTANT, UNREVIEWED, "ਮਹੱਤਵਪੂਰਨ")                                                    \
    X(L, WORD_WARNING, UNREVIEWED, "ਚੇਤਾਵਨੀ")                                                       \
    X(L, WORD_CAUTION, DOCBOOK, "ਸਾਵਧਾਨ")                                                          \
    X(L, WORD_EMERGENCY, UNREVIEWED, "ਐਮਰਜੈਂਸੀ")                                                     \
    X(L, WORD_URGENT, UNREVIEWED, "ਫ਼ੌਰੀ")                                                           \
    X(L, WORD_ROUTINE, UNREVIEWED, "ਫ਼ੌਰੀ ਨਹੀਂ")                                                      \
    X(L, WORD_DO, UNREVIEWED, "ਕਰੋ")                                                                \
    X(L, WORD_DONT, UNREVIEWED, "ਨਾ ਕਰੋ")                                                           \
    X(L, WORD_CONTACT, UNREVIEWED, "ਸਾਡੇ ਨਾਲ ਸੰਪਰਕ ਕਰੋ")                                              \
    X(L, WORD_PHONE, UNREVIEWED, "ਫ਼ੋਨ")                                                             \
    X(L, WORD_HOURS, UNREVIEWED, "ਖੁੱਲ੍ਹਣ ਦਾ ਸਮਾਂ")                                                    \
    X(L, WORD_EMAIL, UNREVIEWED, "ਈਮੇਲ")                                                            \
    X(L, WORD_WEB, UNREVIEWED, "ਵੈੱਬਸਾਈਟ")                                                           \
    X(L, WORD_ADDRESS, UNREVIEWED, "ਪਤਾ")                                                          \
    X(L, WORD_ABOUT, UNREVIEWED, "ਇਸ ਪਰਚੇ ਬਾਰੇ")                                                     \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "ਲੇਖਕ")                                                       \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "ਜਾਂਚ")                                                       \
    X(L, WORD_OWNER, UNREVIEWED, "ਜ਼ਿੰਮੇਵਾਰ")                                                         \
    X(L, WORD_REFERENCE, UNREVIEWED, "ਹਵਾਲਾ")                                                      \
    X(L, WORD_VERSION, UNREVIEWED, "ਸੰਸਕਰਣ {1}")                                                    \
    X(L, WORD_PUBLISHED, UNREVIEWED, "ਪ੍ਰਕਾਸ਼ਿਤ")                                                    \
    X(L, WORD_REVIEWED, UNREVIEWED, "ਆਖਰੀ ਸਮੀਖਿਆ")                                                 \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "ਅਗਲੀ ਸਮੀਖਿਆ")                                              \
    X(L, WORD_SOURCES, UNREVIEWED, "ਸਰੋਤ")                                                          \
    X(L, WORD_AUDIENCE, UNREVIEWED, "ਕਿਸ ਲਈ")                                                      \
    X(L, WORD_DRAFT, UNREVIEWED, "ਖਰੜਾ")                                                           \
    X(L, WORD_PAGE, UNREVIEWED, "ਪੰਨਾ {1} / {2}")                                                   \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "ਪਰਚਾ {1}")                                                \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "ਅਗਲੀ ਸਮੀਖਿਆ: {1}")                                         \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "ਵੈੱਬ ਪਤੇ")                                                  \
    X(L, WORD_LINKS, UNREVIEWED, "ਲਿੰਕ")                                                            \
    X(L, WORD_TABLE, DOCBOOK, "ਸਾਰਣੀ {1}. {2}")                                                    \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (ਜਾਰੀ)")                                           \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "ਫੁੱਟਨੋਟ {1}")                                                    \
    X(L, WORD_BACK, UNREVIEWED, "ਲਿਖਤ ਤੇ ਵਾਪਸ")                                                     \
    X(L, WORD_QR, UNREVIEWED, "QR ਕੋਡ ਜੋ {1} ਖੋਲ੍ਹਦਾ ਹੈ")                                               \
    X(L, WORD_QR_USE, UNREVIEWED, "ਇਹ ਪਰਚਾ ਆਪਣੇ ਫ਼ੋਨ ਤੇ ਪੜ੍ਹੋ")                                          \
    X(L, WORD_LANGUAGES, UNREVIEWED, "ਹੋਰ ਭਾਸ਼ਾਵਾਂ ਵਿੱਚ ਇਹ ਪਰਚਾ")                                      \
    X(L, WORD_CONTENTS, UNREVIEWED, "ਵਿਸ਼ਾ-ਸੂਚੀ")                                                    \
    X(L, WORD_COVER, UNREVIEWED, "ਮੁੱਖ ਪੰਨਾ")                                                         \
    X(L, WORD_PAGES, UNREVIEWED, "ਪੰਨੇ")                                                             \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "ਕਰਨਾ ਹੈ")                                                     \
    X(L, WORD_TASK_DONE, UNREVIEWED, "ਹੋ ਗਿਆ")

#define WORDS_GU(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "દર્દીઓ માટે માહિતી")                                         \
    X(L, WORD_NOTE, DOCBOOK, "નોંધ")                                                                \
    X(L, WORD_TIP, UNREVIEWED, "સલાહ")                                                             \
    X(L, WORD_IMPORTANT, DOCBOOK, "મહત્વનું")                                                         \
    X(L, WORD_WARNING, DOCBOOK, "ચેતવણી")                                                           \
    X(L, WORD_CAUTION, DOCBOOK, "સાવધાન")                                                          \
    X(L, WORD_EMERGENCY, UNREVIEWED, "કટોકટી")                                                     \
    X(L, WORD_URGENT, UNREVIEWED, "તાત્કાલિક")                                                      \
    X(L, WORD_ROUTINE, UNREVIEWED, "તાત્કાલિક નથી")                                                 \
    X(L, WORD_DO, UNREVIEWED, "આ કરો")                                                             \
    X(L, WORD_DONT, UNREVIEWED, "આ ન કરો")                                                         \
    X(L, WORD_CONTACT, UNREVIEWED, "અમારો સંપર્ક કરો")                                               \
    X(L, WORD_PHONE, UNREVIEWED, "ફોન")                                                            \
    X(L, WORD_HOURS, UNREVIEWED, "ખુલવાનો સમય")                                                     \
    X(L, WORD_EMAIL, UNREVIEWED, "ઇમેઇલ")                                                           \
    X(L, WORD_WEB, UNREVIEWED, "વેબસાઇટ")                                                           \
    X(L, WORD_ADDRESS, UNREVIEWED, "સરનામું")                                                        \
    X(L, WORD_ABOUT, UNREVIEWED, "આ પત્રિકા વિશે")                                                   \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "લેખક")                                                       \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "ચકાસણી")                                                    \
    X(L, WORD_OWNER, UNREVIEWED, "જવાબદાર")                                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "સંદર્ભ")                                                       \
    X(L, WORD_VERSION, UNREVIEWED, "આવૃત્તિ {1}")                                                    \
    X(L, WORD_PUBLISHED, UNREVIEWED, "પ્રકાશિત")                                                    \
    X(L, WORD_REVIEWED, UNREVIEWED, "છેલ્લી સમીક્ષા")                                                 \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "આગામી સમીક્ષા")                                             \
    X(L, WORD_SOURCES, UNREVIEWED, "સ્ત્રોતો")                                                       \
    X(L, WORD_AUDIENCE, UNREVIEWED, "કોના માટે")                                                    \
    X(L, WORD_DRAFT, DOCBOOK, "ડ્રાફ્ટ")                                                             \
    X(L, WORD_PAGE, UNREVIEWED, "પાનું {1} / {2}")                                                   \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "પત્રિકા {1}")                                              \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "આગામી સમીક્ષા: {1}")                                        \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "વેબ સરનામાં")                                              \
    X(L, WORD_LINKS, UNREVIEWED, "લિંક્સ")                                                           \
    X(L, WORD_TABLE, DOCBOOK, "કોષ્ટક {1}. {2}")                                                    \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (ચાલુ)")                                            \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "પાદનોંધ {1}")                                                  \
    X(L, WORD_BACK, UNREVIEWED, "લખાણ પર પાછા")                                                    \
    X(L, WORD_QR, UNREVIEWED, "QR કોડ જે {1} ખોલે છે")                                                \
    X(L, WORD_QR_USE, UNREVIEWED, "આ પત્રિકા તમારા ફોન પર વાંચો")                                    \
    X(L, WORD_LANGUAGES, UNREVIEWED, "આ પત્રિકા અન્ય ભાષાઓમાં")                                       \
    X(L, WORD_CONTENTS, UNREVIEWED, "અનુક્રમણિકા")                                                   \
    X(L, WORD_COVER, UNREVIEWED, "મુખપૃષ્ઠ")                                                          \
    X(L, WORD_PAGES, UNREVIEWED, "પાનાં")                                                           \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "કરવાનું છે")                                                    \
    X(L, WORD_TASK_DONE, UNREVIEWED, "થઈ ગયું")

#define WORDS_TA(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "நோயாளிகளுக்கான தகவல்")                                       \
    X(L, WORD_NOTE, DOCBOOK, "குறிப்பு")                                                            \
    X(L, WORD_TIP, UNREVIEWED, "ஆலோசனை")                                                           \
    X(L, WORD_IMPORTANT, DOCBOOK, "முக்கியம்")                                                       \
    X(L, WORD_WARNING, DOCBOOK, "எச்சரிக்கை")                                                        \
    X(L, WORD_CAUTION, UNREVIEWED, "கவனம்")                                                         \
    X(L, WORD_EMERGENCY, UNREVIEWED, "அவசரநிலை")                                                   \
    X(L, WORD_URGENT, UNREVIEWED, "அவசரம்")                                                         \
    X(L, WORD_ROUTINE, UNREVIEWED, "அவசரமல்ல")                                                      \
    X(L, WORD_DO, UNREVIEWED, "செய்ய வேண்டியவை")                                                     \
    X(L, WORD_DONT, UNREVIEWED, "செய்யக் கூடாதவை")                                                   \
    X(L, WORD_CONTACT, UNREVIEWED, "எங்களைத் தொடர்புகொள்ளுங்கள்")                                        \
    X(L, WORD_PHONE, UNREVIEWED, "தொலைபேசி")                                                       \
    X(L, WORD_HOURS, UNREVIEWED, "திறந்திருக்கும் நேரம்")                                              \
    X(L, WORD_EMAIL, UNREVIEWED, "மின்னஞ்சல்")                                                        \
    X(L, WORD_WEB, UNREVIEWED, "இணையதளம்")                                                          \
    X(L, WORD_ADDRESS, UNREVIEWED, "முகவரி")                                                       \
    X(L, WORD_ABOUT, UNREVIEWED, "இந்தத் துண்டுப்பிரசுரம் பற்றி")                                        \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "எழுதியவர்")                                                  \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "சரிபார்த்தவர்")                                                \
    X(L, WORD_OWNER, UNREVIEWED, "பொறுப்பு")                                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "குறிப்பு எண்")                                                 \
    X(L, WORD_VERSION, UNREVIEWED, "பதிப்பு {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "வெளியீடு")                                                    \
    X(L, WORD_REVIEWED, UNREVIEWED, "கடைசி மதிப்பாய்வு")                                             \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "அடுத்த மதிப்பாய்வு")                                          \
    X(L, WORD_SOURCES, UNREVIEWED, "ஆதாரங்கள்")                                                      \
    X(L, WORD_AUDIENCE, UNREVIEWED, "யாருக்காக")                                                    \
    X(L, WORD_DRAFT, UNREVIEWED, "வரைவு")                                                          \
    X(L, WORD_PAGE, UNREVIEWED, "பக்கம் {1} / {2}")                                                  \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "துண்டுப்பிரசுரம் {1}")                                       \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "அடுத்த மதிப்பாய்வு: {1}")                                     \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "இணைய முகவரிகள்")                                          \
    X(L, WORD_LINKS, UNREVIEWED, "இணைப்புகள்")                                                       \
    X(L, WORD_TABLE, DOCBOOK, "அட்டவணை {1}. {2}")                                                   \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (தொடர்ச்சி)")                                        \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "அடிக்குறிப்பு {1}")                                             \
    X(L, WORD_BACK, UNREVIEWED, "உரைக்குத் திரும்பு")                                                 \
    X(L, WORD_QR, UNREVIEWED, "{1} ஐத் திறக்கும் QR குறியீடு")                                         \
    X(L, WORD_QR_USE, UNREVIEWED, "இதை உங்கள் ஃபோனில் படிக்கவும்")                                      \
    X(L, WORD_LANGUAGES, UNREVIEWED, "பிற மொழிகளில் இந்தத் துண்டுப்பிரசுரம்")                            \
    X(L, WORD_CONTENTS, UNREVIEWED, "உள்ளடக்கம்")                                                     \
    X(L, WORD_COVER, UNREVIEWED, "அட்டை")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "பக்கங்கள்")                                                         \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "செய்ய வேண்டும்")                                                \
    X(L, WORD_TASK_DONE, UNREVIEWED, "முடிந்தது")

/* The boilerplate in languages of the Horn of Africa; words_table.h says how to read it.
 * Only that includes it. */
#pragma once

#define WORDS_SO(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Macluumaadka bukaannada")                                  \
    X(L, WORD_NOTE, UNREVIEWED, "Ogow")                                                            \
    X(L, WORD_TIP, UNREVIEWED, "Talo")                                                             \
    X(L, WORD_IMPORTANT, UNREVIEWED, "Muhiim")                                                     \
    X(L, WORD_WARNING, UNREVIEWED, "Digniin")                                                      \
    X(L, WORD_CAUTION, UNREVIEWED, "Taxaddar")                                                     \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Xaalad degdeg ah")                                           \
    X(L, WORD_URGENT, UNREVIEWED, "Degdeg")                                                        \
    X(L, WORD_ROUTINE, UNREVIEWED, "Degdeg ma aha")                                                \
    X(L, WORD_DO, UNREVIEWED, "Samee")                                                             \
    X(L, WORD_DONT, UNREVIEWED, "Ha samayn")                                                       \
    X(L, WORD_CONTACT, UNREVIEWED, "Nala soo xiriir")                                              \
    X(L, WORD_PHONE, UNREVIEWED, "Telefoon")                                                       \
    X(L, WORD_HOURS, UNREVIEWED, "Saacadaha shaqada")                                              \
    X(L, WORD_EMAIL, UNREVIEWED, "Iimayl")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "Bogga internetka")                                                 \
    X(L, WORD_ADDRESS, UNREVIEWED, "Cinwaan")                                                      \
    X(L, WORD_ABOUT, UNREVIEWED, "Ku saabsan warqaddan")                                           \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Qoray")                                                     \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Hubiyay")                                                   \
    X(L, WORD_OWNER, UNREVIEWED, "Masuul")                                                         \
    X(L, WORD_REFERENCE, UNREVIEWED, "Tixraac")                                                    \
    X(L, WORD_VERSION, UNREVIEWED, "nooca {1}")                                                    \
    X(L, WORD_PUBLISHED, UNREVIEWED, "La daabacay")                                                \
    X(L, WORD_REVIEWED, UNREVIEWED, "Dib-u-eegistii ugu dambaysay")                                \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Dib-u-eegista xigta")                                      \
    X(L, WORD_SOURCES, UNREVIEWED, "Ilo")                                                          \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Loogu talagalay")                                             \
    X(L, WORD_DRAFT, UNREVIEWED, "Qabyo")                                                          \
    X(L, WORD_PAGE, UNREVIEWED, "Bogga {1} ee {2}")                                                \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Warqadda {1}")                                            \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "dib-u-eegista xigta: {1}")                                 \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Cinwaannada internetka")                                 \
    X(L, WORD_LINKS, UNREVIEWED, "Xiriiriyeyaal")                                                  \
    X(L, WORD_TABLE, UNREVIEWED, "Jadwalka {1}. {2}")                                              \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (sii socda)")                                      \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Qoraal-hoosaad {1}")                                          \
    X(L, WORD_BACK, UNREVIEWED, "Ku noqo qoraalka")                                                \
    X(L, WORD_QR, UNREVIEWED, "Koodhka QR ee furaya {1}")                                          \
    X(L, WORD_QR_USE, UNREVIEWED, "Warqaddan ka akhriso telefoonkaaga")                            \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Warqaddan oo ku qoran luqado kale")                          \
    X(L, WORD_CONTENTS, UNREVIEWED, "Tusmo")                                                       \
    X(L, WORD_COVER, UNREVIEWED, "Daboolka")                                                       \
    X(L, WORD_PAGES, UNREVIEWED, "Bogagga")                                                        \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "La qabanayo")                                                \
    X(L, WORD_TASK_DONE, UNREVIEWED, "La qabtay")

#define WORDS_AM(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "ለታካሚዎች መረጃ")                                               \
    X(L, WORD_NOTE, DOCBOOK, "ማስታወሻ")                                                              \
    X(L, WORD_TIP, UNREVIEWED, "ምክር")                                                              \
    X(L, WORD_IMPORTANT, DOCBOOK, "አስፈላጊ")                                                         \
    X(L, WORD_WARNING, DOCBOOK, "ማስጠንቀቂያ")                                                         \
    X(L, WORD_CAUTION, DOCBOOK, "ጥንቃቄ")                                                            \
    X(L, WORD_EMERGENCY, UNREVIEWED, "ድንገተኛ አደጋ")                                                  \
    X(L, WORD_URGENT, UNREVIEWED, "አስቸኳይ")                                                         \
    X(L, WORD_ROUTINE, UNREVIEWED, "አስቸኳይ ያልሆነ")                                                   \
    X(L, WORD_DO, UNREVIEWED, "ያድርጉ")                                                              \
    X(L, WORD_DONT, UNREVIEWED, "አያድርጉ")                                                           \
    X(L, WORD_CONTACT, UNREVIEWED, "ያግኙን")                                                         \
    X(L, WORD_PHONE, UNREVIEWED, "ስልክ")                                                            \
    X(L, WORD_HOURS, UNREVIEWED, "የሥራ ሰዓት")                                                        \
    X(L, WORD_EMAIL, UNREVIEWED, "ኢሜይል")                                                           \
    X(L, WORD_WEB, UNREVIEWED, "ድረ ገጽ")                                                            \
    X(L, WORD_ADDRESS, UNREVIEWED, "አድራሻ")                                                         \
    X(L, WORD_ABOUT, UNREVIEWED, "ስለዚህ በራሪ ወረቀት")                                                  \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "ጸሐፊ")                                                       \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "ያረጋገጠው")                                                    \
    X(L, WORD_OWNER, UNREVIEWED, "ኃላፊ")                                                            \
    X(L, WORD_REFERENCE, UNREVIEWED, "ማጣቀሻ")                                                       \
    X(L, WORD_VERSION, UNREVIEWED, "እትም {1}")                                                      \
    X(L, WORD_PUBLISHED, UNREVIEWED, "የታተመበት ቀን")                                                  \
    X(L, WORD_REVIEWED, UNREVIEWED, "መጨረሻ የተገመገመው")                                                \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "ቀጣይ ግምገማ")                                                 \
    X(L, WORD_SOURCES, UNREVIEWED, "ምንጮች")                                                         \
    X(L, WORD_AUDIENCE, UNREVIEWED, "ለማን")                                                         \
    X(L, WORD_DRAFT, UNREVIEWED, "ረቂቅ")                                                            \
    X(L, WORD_PAGE, UNREVIEWED, "ገጽ {1} ከ {2}")                                                    \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "በራሪ ወረቀት {1}")                                            \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "ቀጣይ ግምገማ፦ {1}")                                            \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "የድር አድራሻዎች")                                             \
    X(L, WORD_LINKS, UNREVIEWED, "አገናኞች")                                                          \
    X(L, WORD_TABLE, DOCBOOK, "ሠንጠረዥ {1}. {2}")                                                    \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (የቀጠለ)")                                           \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "የግርጌ ማስታወሻ {1}")                                              \
    X(L, WORD_BACK, UNREVIEWED, "ወደ ጽሑፉ ተመለስ")                                                     \
    X(L, WORD_QR, UNREVIEWED, "{1} የሚከፍት QR ኮድ")                                                   \
    X(L, WORD_QR_USE, UNREVIEWED, "ይህን በራሪ ወረቀት በስልክዎ ያንብቡ")                                       \
    X(L, WORD_LANGUAGES, UNREVIEWED, "ይህ በራሪ ወረቀት በሌሎች ቋንቋዎች")                                     \
    X(L, WORD_CONTENTS, DOCBOOK, "ማውጫ")                                                            \
    X(L, WORD_COVER, UNREVIEWED, "ሽፋን")                                                            \
    X(L, WORD_PAGES, UNREVIEWED, "ገጾች")                                                            \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "የሚሠራ")                                                       \
    X(L, WORD_TASK_DONE, UNREVIEWED, "ተከናውኗል")

#define WORDS_TI(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "ሓበሬታ ንሕሙማት")                                               \
    X(L, WORD_NOTE, UNREVIEWED, "መዘኻኸሪ")                                                           \
    X(L, WORD_TIP, UNREVIEWED, "ምኽሪ")                                                              \
    X(L, WORD_IMPORTANT, UNREVIEWED, "ኣገዳሲ")                                                       \
    X(L, WORD_WARNING, UNREVIEWED, "መጠንቀቕታ")                                                       \
    X(L, WORD_CAUTION, UNREVIEWED, "ጥንቃቐ")                                                         \
    X(L, WORD_EMERGENCY, UNREVIEWED, "ህጹጽ ሓደጋ")                                                    \
    X(L, WORD_URGENT, UNREVIEWED, "ህጹጽ")                                                           \
    X(L, WORD_ROUTINE, UNREVIEWED, "ህጹጽ ዘይኮነ")                                                     \
    X(L, WORD_DO, UNREVIEWED, "ግበሩ")                                                               \
    X(L, WORD_DONT, UNREVIEWED, "ኣይትግበሩ")                                                          \
    X(L, WORD_CONTACT, UNREVIEWED, "ርኸቡና")                                                         \
    X(L, WORD_PHONE, UNREVIEWED, "ቴሌፎን")                                                           \
    X(L, WORD_HOURS, UNREVIEWED, "ሰዓታት ስራሕ")                                                       \
    X(L, WORD_EMAIL, UNREVIEWED, "ኢመይል")                                                           \
    X(L, WORD_WEB, UNREVIEWED, "መርበብ ሓበሬታ")                                                        \
    X(L, WORD_ADDRESS, UNREVIEWED, "ኣድራሻ")                                                         \
    X(L, WORD_ABOUT, UNREVIEWED, "ብዛዕባ እዚ ጽሑፍ")                                                    \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "ጸሓፊ")                                                       \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "ዘረጋገጸ")                                                     \
    X(L, WORD_OWNER, UNREVIEWED, "ሓላፊ")                                                            \
    X(L, WORD_REFERENCE, UNREVIEWED, "መወከሲ")                                                       \
    X(L, WORD_VERSION, UNREVIEWED, "ሕታም {1}")                                                      \
    X(L, WORD_PUBLISHED, UNREVIEWED, "ዝተሓትመሉ ዕለት")                                                 \
    X(L, WORD_REVIEWED, UNREVIEWED, "ናይ መወዳእታ ገምጋም")                                               \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "ቀጻሊ ገምጋም")                                                 \
    X(L, WORD_SOURCES, UNREVIEWED, "ምንጭታት")                                                        \
    X(L, WORD_AUDIENCE, UNREVIEWED, "ንመን")                                                         \
    X(L, WORD_DRAFT, UNREVIEWED, "ንድፊ")                                                            \
    X(L, WORD_PAGE, UNREVIEWED, "ገጽ {1} ካብ {2}")                                                   \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "ጽሑፍ {1}")                                                 \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "ቀጻሊ ገምጋም፦ {1}")                                            \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "ናይ ወብ ኣድራሻታት")                                           \
    X(L, WORD_LINKS, UNREVIEWED, "መላግቦታት")                                                         \
    X(L, WORD_TABLE, UNREVIEWED, "ሰንጠረዥ {1}. {2}")                                                 \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (ቀጻሊ)")                                            \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "መዘኻኸሪ {1}")                                                   \
    X(L, WORD_BACK, UNREVIEWED, "ናብ ጽሑፍ ተመለስ")                                                     \
    X(L, WORD_QR, UNREVIEWED, "{1} ዝኸፍት QR ኮድ")                                                    \
    X(L, WORD_QR_USE, UNREVIEWED, "ነዚ ጽሑፍ ኣብ ቴሌፎንኩም ኣንብቡ")                                         \
    X(L, WORD_LANGUAGES, UNREVIEWED, "እዚ ጽሑፍ ብኻልእ ቋንቋታት")                                          \
    X(L, WORD_CONTENTS, UNREVIEWED, "ትሕዝቶ")                                                        \
    X(L, WORD_COVER, UNREVIEWED, "ገበር")                                                            \
    X(L, WORD_PAGES, UNREVIEWED, "ገጻት")                                                            \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "ዝግበር")                                                       \
    X(L, WORD_TASK_DONE, UNREVIEWED, "ተገይሩ")

/* The languages of the boilerplate: the one list. Only text/words.c and its tables include it.
 *
 * X(SUFFIX, "tag", SOURCE, "line"): the line asks for the leaflet in that language, in the panel of
 * languages; a whole sentence, as many languages inflect the name of a language. */
#pragma once

/* clang-format off */
#define LANGUAGES(X) \
    X(EN, "en", IN_USE, "Ask us for this leaflet in English.") \
    LANGUAGES_OTHER(X)

/* All but English, whose words stand in WORDS of text/words.h. */
#define LANGUAGES_OTHER(X) \
    X(FR, "fr", IN_USE, "Demandez-nous cette brochure en français.") \
    X(ES, "es", IN_USE, "Pídanos este folleto en español.") \
    X(DE, "de", IN_USE, "Fragen Sie uns nach diesem Merkblatt auf Deutsch.") \
    X(IT, "it", UNREVIEWED, "Ci chieda questo opuscolo in italiano.") \
    X(PT, "pt", UNREVIEWED, "Peça-nos este folheto em português.") \
    X(NL, "nl", UNREVIEWED, "Vraag ons om deze folder in het Nederlands.") \
    X(RO, "ro", UNREVIEWED, "Cereți-ne acest pliant în limba română.") \
    X(GA, "ga", UNREVIEWED, "Iarr an bhileog seo i nGaeilge orainn.") \
    X(CY, "cy", IN_USE, "Gofynnwch i ni am y daflen hon yn Gymraeg.") \
    X(PL, "pl", IN_USE, "Poproś nas o tę ulotkę w języku polskim.") \
    X(UK, "uk", UNREVIEWED, "Попросіть у нас цю листівку українською мовою.") \
    X(RU, "ru", UNREVIEWED, "Попросите у нас эту памятку на русском языке.") \
    X(BG, "bg", UNREVIEWED, "Поискайте от нас тази листовка на български език.") \
    X(LT, "lt", UNREVIEWED, "Paprašykite mūsų šio lankstinuko lietuvių kalba.") \
    X(HU, "hu", UNREVIEWED, "Kérje tőlünk ezt a tájékoztatót magyarul.") \
    X(EL, "el", UNREVIEWED, "Ζητήστε μας αυτό το φυλλάδιο στα ελληνικά.") \
    X(SQ, "sq", UNREVIEWED, "Na kërkoni këtë fletëpalosje në shqip.") \
    X(TR, "tr", UNREVIEWED, "Bu broşürün Türkçesini bizden isteyin.") \
    X(KU, "ku", UNREVIEWED, "Vê belavokê bi kurmancî ji me bixwazin.") \
    X(AR, "ar", IN_USE, "اطلب منا هذه النشرة باللغة العربية.") \
    X(HE, "he", UNREVIEWED, "בקשו מאיתנו את העלון הזה בעברית.") \
    X(FA, "fa", UNREVIEWED, "برای دریافت این برگه به زبان فارسی از ما بخواهید.") \
    X(PS, "ps", UNREVIEWED, "دا پاڼه په پښتو ژبه له موږ څخه وغواړئ.") \
    X(UR, "ur", UNREVIEWED, "یہ کتابچہ اردو میں حاصل کرنے کے لیے ہم سے کہیں۔") \
    X(PA_ARAB, "pa-Arab", UNREVIEWED, "ایہ پرچہ پنجابی وچ لین لئی سانوں آکھو۔") \
    X(CKB, "ckb", UNREVIEWED, "بۆ وەرگرتنی ئەم نامیلکەیە بە کوردیی ناوەندی (سۆرانی) داوامان لێ بکە.") \
    X(HI, "hi", UNREVIEWED, "यह पत्रक हिन्दी में पाने के लिए हमसे कहें।") \
    X(NE, "ne", UNREVIEWED, "यो पर्चा नेपालीमा पाउन हामीलाई भन्नुहोस्।") \
    X(BN, "bn", UNREVIEWED, "এই লিফলেটটি বাংলায় পেতে আমাদের বলুন।") \
    X(PA, "pa", UNREVIEWED, "ਇਹ ਪਰਚਾ ਪੰਜਾਬੀ ਵਿੱਚ ਲੈਣ ਲਈ ਸਾਨੂੰ ਪੁੱਛੋ।") \
    X(GU, "gu", UNREVIEWED, "આ પત્રિકા ગુજરાતીમાં મેળવવા માટે અમને કહો.") \
    X(TA, "ta", UNREVIEWED, "இந்தத் துண்டுப்பிரசுரத்தைத் தமிழில் பெற எங்களிடம் கேளுங்கள்.") \
    X(ZH, "zh", UNREVIEWED, "请向我们索取本手册的简体中文版。") \
    X(ZH_HANT, "zh-Hant", UNREVIEWED, "請向我們索取本單張的繁體中文版。") \
    X(JA, "ja", UNREVIEWED, "このリーフレットの日本語版をご希望の方はお申し付けください。") \
    X(KO, "ko", UNREVIEWED, "이 안내문을 한국어로 받으시려면 저희에게 말씀해 주십시오.") \
    X(VI, "vi", UNREVIEWED, "Hãy hỏi chúng tôi để nhận tờ thông tin này bằng tiếng Việt.") \
    X(TH, "th", UNREVIEWED, "กรุณาขอแผ่นพับนี้ฉบับภาษาไทยจากเรา") \
    X(MY, "my", UNREVIEWED, "ဤလက်ကမ်းစာစောင်ကို မြန်မာဘာသာဖြင့် ရယူရန် ကျွန်ုပ်တို့ထံ တောင်းဆိုပါ။") \
    X(KM, "km", UNREVIEWED, "សូមសួរយើងដើម្បីទទួលខិត្តប័ណ្ណនេះជាភាសាខ្មែរ។") \
    X(SO, "so", UNREVIEWED, "Na weydii warqaddan oo Af-Soomaali ku qoran.") \
    X(AM, "am", UNREVIEWED, "ይህን በራሪ ወረቀት በአማርኛ ለማግኘት ይጠይቁን።") \
    X(TI, "ti", UNREVIEWED, "ነዚ ጽሑፍ ብትግርኛ ንምርካብ ሕተቱና።")
/* clang-format on */

enum language {
#define X(suffix, tag, source, line) LANGUAGE_##suffix,
    LANGUAGES(X)
#undef X
        LANGUAGE_COUNT
};

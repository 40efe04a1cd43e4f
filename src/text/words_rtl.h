/* The boilerplate in languages of scripts that run from right to left; words_table.h says how to
 * read it. Only that includes it. */
#pragma once

#define WORDS_AR(X, L)                                                                             \
    X(L, WORD_INFORMATION, IN_USE, "معلومات للمرضى")                                               \
    X(L, WORD_NOTE, DOCBOOK, "ملاحظة")                                                             \
    X(L, WORD_TIP, SPHINX, "نصيحة")                                                                \
    X(L, WORD_IMPORTANT, SPHINX, "مهم")                                                            \
    X(L, WORD_WARNING, SPHINX, "تحذير")                                                            \
    X(L, WORD_CAUTION, IN_USE, "تنبيه")                                                            \
    X(L, WORD_EMERGENCY, IN_USE, "حالة طارئة")                                                     \
    X(L, WORD_URGENT, IN_USE, "عاجل")                                                              \
    X(L, WORD_ROUTINE, IN_USE, "غير عاجل")                                                         \
    X(L, WORD_DO, IN_USE, "افعل")                                                                  \
    X(L, WORD_DONT, IN_USE, "لا تفعل")                                                             \
    X(L, WORD_CONTACT, IN_USE, "اتصل بنا")                                                         \
    X(L, WORD_PHONE, IN_USE, "الهاتف")                                                             \
    X(L, WORD_HOURS, IN_USE, "ساعات العمل")                                                        \
    X(L, WORD_EMAIL, IN_USE, "البريد الإلكتروني")                                                  \
    X(L, WORD_WEB, IN_USE, "الموقع الإلكتروني")                                                    \
    X(L, WORD_ADDRESS, IN_USE, "العنوان")                                                          \
    X(L, WORD_ABOUT, IN_USE, "عن هذه النشرة")                                                      \
    X(L, WORD_WRITTEN_BY, IN_USE, "إعداد")                                                         \
    X(L, WORD_CHECKED_BY, IN_USE, "مراجعة")                                                        \
    X(L, WORD_OWNER, IN_USE, "الجهة المسؤولة")                                                     \
    X(L, WORD_REFERENCE, IN_USE, "الرقم المرجعي")                                                  \
    X(L, WORD_VERSION, IN_USE, "الإصدار {1}")                                                      \
    X(L, WORD_PUBLISHED, IN_USE, "تاريخ النشر")                                                    \
    X(L, WORD_REVIEWED, IN_USE, "آخر مراجعة")                                                      \
    X(L, WORD_NEXT_REVIEW, IN_USE, "المراجعة القادمة")                                             \
    X(L, WORD_SOURCES, IN_USE, "المصادر")                                                          \
    X(L, WORD_AUDIENCE, IN_USE, "الفئة المستهدفة")                                                 \
    X(L, WORD_DRAFT, DOCBOOK, "مسودة")                                                             \
    X(L, WORD_PAGE, IN_USE, "صفحة {1} من {2}")                                                     \
    X(L, WORD_FOOT_LEAFLET, IN_USE, "النشرة {1}")                                                  \
    X(L, WORD_FOOT_REVIEW, IN_USE, "المراجعة القادمة: {1}")                                        \
    X(L, WORD_WEB_ADDRESSES, IN_USE, "عناوين المواقع الإلكترونية")                                 \
    X(L, WORD_LINKS, IN_USE, "الروابط")                                                            \
    X(L, WORD_TABLE, IN_USE, "الجدول {1}. {2}")                                                    \
    X(L, WORD_TABLE_CONTINUED, IN_USE, "{1} (تابع)")                                               \
    X(L, WORD_FOOTNOTE, IN_USE, "الحاشية {1}")                                                     \
    X(L, WORD_BACK, IN_USE, "العودة إلى النص")                                                     \
    X(L, WORD_QR, IN_USE, "رمز QR يفتح {1}")                                                       \
    X(L, WORD_QR_USE, IN_USE, "اقرأ هذه النشرة على هاتفك")                                         \
    X(L, WORD_LANGUAGES, IN_USE, "هذه النشرة بلغات أخرى")                                          \
    X(L, WORD_CONTENTS, IN_USE, "المحتويات")                                                       \
    X(L, WORD_COVER, IN_USE, "الغلاف")                                                             \
    X(L, WORD_PAGES, IN_USE, "الصفحات")                                                            \
    X(L, WORD_TASK_OPEN, IN_USE, "لم يتم بعد")                                                     \
    X(L, WORD_TASK_DONE, IN_USE, "تم")

#define WORDS_HE(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "מידע למטופלים")                                            \
    X(L, WORD_NOTE, SPHINX, "הערה")                                                                \
    X(L, WORD_TIP, DOCBOOK, "עצה")                                                                 \
    X(L, WORD_IMPORTANT, DOCBOOK, "חשוב")                                                          \
    X(L, WORD_WARNING, DOCBOOK, "אזהרה")                                                           \
    X(L, WORD_CAUTION, SPHINX, "זהירות")                                                           \
    X(L, WORD_EMERGENCY, UNREVIEWED, "מצב חירום")                                                  \
    X(L, WORD_URGENT, UNREVIEWED, "דחוף")                                                          \
    X(L, WORD_ROUTINE, UNREVIEWED, "לא דחוף")                                                      \
    X(L, WORD_DO, UNREVIEWED, "מה לעשות")                                                          \
    X(L, WORD_DONT, UNREVIEWED, "מה לא לעשות")                                                     \
    X(L, WORD_CONTACT, UNREVIEWED, "צרו קשר")                                                      \
    X(L, WORD_PHONE, UNREVIEWED, "טלפון")                                                          \
    X(L, WORD_HOURS, UNREVIEWED, "שעות פעילות")                                                    \
    X(L, WORD_EMAIL, UNREVIEWED, "דוא״ל")                                                          \
    X(L, WORD_WEB, UNREVIEWED, "אתר אינטרנט")                                                      \
    X(L, WORD_ADDRESS, UNREVIEWED, "כתובת")                                                        \
    X(L, WORD_ABOUT, UNREVIEWED, "על העלון הזה")                                                   \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "כתיבה")                                                     \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "בדיקה")                                                     \
    X(L, WORD_OWNER, UNREVIEWED, "אחראי")                                                          \
    X(L, WORD_REFERENCE, UNREVIEWED, "מספר סימוכין")                                               \
    X(L, WORD_VERSION, UNREVIEWED, "גרסה {1}")                                                     \
    X(L, WORD_PUBLISHED, UNREVIEWED, "פורסם")                                                      \
    X(L, WORD_REVIEWED, UNREVIEWED, "עודכן לאחרונה")                                               \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "עדכון הבא")                                                \
    X(L, WORD_SOURCES, UNREVIEWED, "מקורות")                                                       \
    X(L, WORD_AUDIENCE, UNREVIEWED, "קהל היעד")                                                    \
    X(L, WORD_DRAFT, DOCBOOK, "טיוטה")                                                             \
    X(L, WORD_PAGE, UNREVIEWED, "עמוד {1} מתוך {2}")                                               \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "עלון {1}")                                                \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "עדכון הבא: {1}")                                           \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "כתובות אינטרנט")                                         \
    X(L, WORD_LINKS, UNREVIEWED, "קישורים")                                                        \
    X(L, WORD_TABLE, DOCBOOK, "טבלה {1}. {2}")                                                     \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (המשך)")                                           \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "הערת שוליים {1}")                                             \
    X(L, WORD_BACK, UNREVIEWED, "חזרה לטקסט")                                                      \
    X(L, WORD_QR, UNREVIEWED, "קוד QR שפותח את {1}")                                               \
    X(L, WORD_QR_USE, UNREVIEWED, "קראו את העלון הזה בטלפון")                                      \
    X(L, WORD_LANGUAGES, UNREVIEWED, "העלון הזה בשפות אחרות")                                      \
    X(L, WORD_CONTENTS, DOCBOOK, "תוכן העניינים")                                                  \
    X(L, WORD_COVER, UNREVIEWED, "כריכה")                                                          \
    X(L, WORD_PAGES, UNREVIEWED, "עמודים")                                                         \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "לביצוע")                                                     \
    X(L, WORD_TASK_DONE, UNREVIEWED, "בוצע")

#define WORDS_FA(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "اطلاعات برای بیماران")                                     \
    X(L, WORD_NOTE, SPHINX, "توجه")                                                                \
    X(L, WORD_TIP, DOCBOOK, "نکته")                                                                \
    X(L, WORD_IMPORTANT, DOCBOOK, "مهم")                                                           \
    X(L, WORD_WARNING, DOCBOOK, "هشدار")                                                           \
    X(L, WORD_CAUTION, UNREVIEWED, "احتیاط")                                                       \
    X(L, WORD_EMERGENCY, UNREVIEWED, "اورژانس")                                                    \
    X(L, WORD_URGENT, UNREVIEWED, "فوری")                                                          \
    X(L, WORD_ROUTINE, UNREVIEWED, "غیر فوری")                                                     \
    X(L, WORD_DO, UNREVIEWED, "انجام دهید")                                                        \
    X(L, WORD_DONT, UNREVIEWED, "انجام ندهید")                                                     \
    X(L, WORD_CONTACT, UNREVIEWED, "تماس با ما")                                                   \
    X(L, WORD_PHONE, UNREVIEWED, "تلفن")                                                           \
    X(L, WORD_HOURS, UNREVIEWED, "ساعات کار")                                                      \
    X(L, WORD_EMAIL, UNREVIEWED, "ایمیل")                                                          \
    X(L, WORD_WEB, UNREVIEWED, "وب‌سایت")                                                  \
    X(L, WORD_ADDRESS, UNREVIEWED, "نشانی")                                                        \
    X(L, WORD_ABOUT, UNREVIEWED, "درباره این برگه")                                                \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "نویسنده")                                                   \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "بررسی‌کننده")                                   \
    X(L, WORD_OWNER, UNREVIEWED, "مسئول")                                                          \
    X(L, WORD_REFERENCE, UNREVIEWED, "شماره مرجع")                                                 \
    X(L, WORD_VERSION, UNREVIEWED, "نسخه {1}")                                                     \
    X(L, WORD_PUBLISHED, UNREVIEWED, "تاریخ انتشار")                                               \
    X(L, WORD_REVIEWED, UNREVIEWED, "آخرین بازبینی")                                               \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "بازبینی بعدی")                                             \
    X(L, WORD_SOURCES, UNREVIEWED, "منابع")                                                        \
    X(L, WORD_AUDIENCE, UNREVIEWED, "مخاطبان")                                                     \
    X(L, WORD_DRAFT, UNREVIEWED, "پیش‌نویس")                                              \
    X(L, WORD_PAGE, UNREVIEWED, "صفحه {1} از {2}")                                                 \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "برگه {1}")                                                \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "بازبینی بعدی: {1}")                                        \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "نشانی‌های وب")                               \
    X(L, WORD_LINKS, UNREVIEWED, "پیوندها")                                                        \
    X(L, WORD_TABLE, DOCBOOK, "جدول {1}. {2}")                                                     \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (ادامه)")                                          \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "پانویس {1}")                                                  \
    X(L, WORD_BACK, UNREVIEWED, "بازگشت به متن")                                                   \
    X(L, WORD_QR, UNREVIEWED, "کد QR که {1} را باز می‌کند")                        \
    X(L, WORD_QR_USE, UNREVIEWED, "این برگه را در تلفن خود بخوانید")                               \
    X(L, WORD_LANGUAGES, UNREVIEWED, "این برگه به زبان‌های دیگر")            \
    X(L, WORD_CONTENTS, DOCBOOK, "فهرست")                                                          \
    X(L, WORD_COVER, UNREVIEWED, "جلد")                                                            \
    X(L, WORD_PAGES, UNREVIEWED, "صفحه‌ها")                                                \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "انجام نشده")                                                 \
    X(L, WORD_TASK_DONE, UNREVIEWED, "انجام شد")

#define WORDS_PS(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "د ناروغانو لپاره معلومات")                                 \
    X(L, WORD_NOTE, UNREVIEWED, "یادونه")                                                          \
    X(L, WORD_TIP, UNREVIEWED, "لارښوونه")                                                         \
    X(L, WORD_IMPORTANT, UNREVIEWED, "مهم")                                                        \
    X(L, WORD_WARNING, UNREVIEWED, "خبرداری")                                                      \
    X(L, WORD_CAUTION, UNREVIEWED, "احتیاط")                                                       \
    X(L, WORD_EMERGENCY, UNREVIEWED, "بیړنی حالت")                                                 \
    X(L, WORD_URGENT, UNREVIEWED, "بیړنی")                                                         \
    X(L, WORD_ROUTINE, UNREVIEWED, "بیړنی نه دی")                                                  \
    X(L, WORD_DO, UNREVIEWED, "دا وکړئ")                                                           \
    X(L, WORD_DONT, UNREVIEWED, "دا مه کوئ")                                                       \
    X(L, WORD_CONTACT, UNREVIEWED, "له موږ سره اړیکه ونیسئ")                                       \
    X(L, WORD_PHONE, UNREVIEWED, "تلیفون")                                                         \
    X(L, WORD_HOURS, UNREVIEWED, "د کار ساعتونه")                                                  \
    X(L, WORD_EMAIL, UNREVIEWED, "برېښنالیک")                                                      \
    X(L, WORD_WEB, UNREVIEWED, "وېب پاڼه")                                                         \
    X(L, WORD_ADDRESS, UNREVIEWED, "پته")                                                          \
    X(L, WORD_ABOUT, UNREVIEWED, "د دې پاڼې په اړه")                                               \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "لیکوال")                                                    \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "کتونکی")                                                    \
    X(L, WORD_OWNER, UNREVIEWED, "مسؤل")                                                           \
    X(L, WORD_REFERENCE, UNREVIEWED, "د حوالې شمېره")                                              \
    X(L, WORD_VERSION, UNREVIEWED, "نسخه {1}")                                                     \
    X(L, WORD_PUBLISHED, UNREVIEWED, "خپرېدنه")                                                    \
    X(L, WORD_REVIEWED, UNREVIEWED, "وروستۍ کتنه")                                                 \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "بله کتنه")                                                 \
    X(L, WORD_SOURCES, UNREVIEWED, "سرچینې")                                                       \
    X(L, WORD_AUDIENCE, UNREVIEWED, "د چا لپاره")                                                  \
    X(L, WORD_DRAFT, UNREVIEWED, "مسوده")                                                          \
    X(L, WORD_PAGE, UNREVIEWED, "مخ {1} له {2}")                                                   \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "پاڼه {1}")                                                \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "بله کتنه: {1}")                                            \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "وېب پتې")                                                \
    X(L, WORD_LINKS, UNREVIEWED, "لینکونه")                                                        \
    X(L, WORD_TABLE, UNREVIEWED, "جدول {1}. {2}")                                                  \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (دوام)")                                           \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "لمنلیک {1}")                                                  \
    X(L, WORD_BACK, UNREVIEWED, "متن ته ستنېدل")                                                   \
    X(L, WORD_QR, UNREVIEWED, "QR کوډ چې {1} پرانیزي")                                             \
    X(L, WORD_QR_USE, UNREVIEWED, "دا پاڼه پر خپل تلیفون ولولئ")                                   \
    X(L, WORD_LANGUAGES, UNREVIEWED, "دا پاڼه په نورو ژبو")                                        \
    X(L, WORD_CONTENTS, UNREVIEWED, "فهرست")                                                       \
    X(L, WORD_COVER, UNREVIEWED, "پوښ")                                                            \
    X(L, WORD_PAGES, UNREVIEWED, "مخونه")                                                          \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "باید وشي")                                                   \
    X(L, WORD_TASK_DONE, UNREVIEWED, "وشو")

#define WORDS_UR(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "مریضوں کے لیے معلومات")                                    \
    X(L, WORD_NOTE, UNREVIEWED, "نوٹ")                                                             \
    X(L, WORD_TIP, UNREVIEWED, "مشورہ")                                                            \
    X(L, WORD_IMPORTANT, DOCBOOK, "اہم")                                                           \
    X(L, WORD_WARNING, DOCBOOK, "انتباہ")                                                          \
    X(L, WORD_CAUTION, UNREVIEWED, "احتیاط")                                                       \
    X(L, WORD_EMERGENCY, UNREVIEWED, "ہنگامی صورتحال")                                             \
    X(L, WORD_URGENT, UNREVIEWED, "فوری")                                                          \
    X(L, WORD_ROUTINE, UNREVIEWED, "فوری نہیں")                                                    \
    X(L, WORD_DO, UNREVIEWED, "یہ کریں")                                                           \
    X(L, WORD_DONT, UNREVIEWED, "یہ نہ کریں")                                                      \
    X(L, WORD_CONTACT, UNREVIEWED, "ہم سے رابطہ کریں")                                             \
    X(L, WORD_PHONE, UNREVIEWED, "فون")                                                            \
    X(L, WORD_HOURS, UNREVIEWED, "اوقات کار")                                                      \
    X(L, WORD_EMAIL, UNREVIEWED, "ای میل")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "ویب سائٹ")                                                         \
    X(L, WORD_ADDRESS, UNREVIEWED, "پتہ")                                                          \
    X(L, WORD_ABOUT, UNREVIEWED, "اس کتابچے کے بارے میں")                                          \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "تحریر")                                                     \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "جانچ")                                                      \
    X(L, WORD_OWNER, UNREVIEWED, "ذمہ دار")                                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "حوالہ")                                                      \
    X(L, WORD_VERSION, UNREVIEWED, "ورژن {1}")                                                     \
    X(L, WORD_PUBLISHED, UNREVIEWED, "اشاعت")                                                      \
    X(L, WORD_REVIEWED, UNREVIEWED, "آخری جائزہ")                                                  \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "اگلا جائزہ")                                               \
    X(L, WORD_SOURCES, UNREVIEWED, "ذرائع")                                                        \
    X(L, WORD_AUDIENCE, UNREVIEWED, "کن کے لیے")                                                   \
    X(L, WORD_DRAFT, DOCBOOK, "مسودہ")                                                             \
    X(L, WORD_PAGE, UNREVIEWED, "صفحہ {1} از {2}")                                                 \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "کتابچہ {1}")                                              \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "اگلا جائزہ: {1}")                                          \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "ویب پتے")                                                \
    X(L, WORD_LINKS, UNREVIEWED, "لنکس")                                                           \
    X(L, WORD_TABLE, DOCBOOK, "جدول {1}. {2}")                                                     \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (جاری)")                                           \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "حاشیہ {1}")                                                   \
    X(L, WORD_BACK, UNREVIEWED, "متن پر واپس")                                                     \
    X(L, WORD_QR, UNREVIEWED, "QR کوڈ جو {1} کھولتا ہے")                                           \
    X(L, WORD_QR_USE, UNREVIEWED, "یہ کتابچہ اپنے فون پر پڑھیں")                                   \
    X(L, WORD_LANGUAGES, UNREVIEWED, "یہ کتابچہ دوسری زبانوں میں")                                 \
    X(L, WORD_CONTENTS, DOCBOOK, "فہرست")                                                          \
    X(L, WORD_COVER, UNREVIEWED, "سرورق")                                                          \
    X(L, WORD_PAGES, UNREVIEWED, "صفحات")                                                          \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "کرنا ہے")                                                    \
    X(L, WORD_TASK_DONE, UNREVIEWED, "ہو گیا")

#define WORDS_PA_ARAB(X, L)                                                                        \
    X(L, WORD_INFORMATION, UNREVIEWED, "مریضاں لئی جانکاری")                                       \
    X(L, WORD_NOTE, UNREVIEWED, "نوٹ")                                                             \
    X(L, WORD_TIP, UNREVIEWED, "صلاح")                                                             \
    X(L, WORD_IMPORTANT, UNREVIEWED, "اہم")                                                        \
    X(L, WORD_WARNING, UNREVIEWED, "انتباہ")                                                       \
    X(L, WORD_CAUTION, UNREVIEWED, "احتیاط")                                                       \
    X(L, WORD_EMERGENCY, UNREVIEWED, "ہنگامی حالت")                                                \
    X(L, WORD_URGENT, UNREVIEWED, "فوری")                                                          \
    X(L, WORD_ROUTINE, UNREVIEWED, "فوری نہیں")                                                    \
    X(L, WORD_DO, UNREVIEWED, "ایہ کرو")                                                           \
    X(L, WORD_DONT, UNREVIEWED, "ایہ نہ کرو")                                                      \
    X(L, WORD_CONTACT, UNREVIEWED, "ساڈے نال رابطہ کرو")                                           \
    X(L, WORD_PHONE, UNREVIEWED, "فون")                                                            \
    X(L, WORD_HOURS, UNREVIEWED, "کھلن دا ویلا")                                                   \
    X(L, WORD_EMAIL, UNREVIEWED, "ای میل")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "ویب سائٹ")                                                         \
    X(L, WORD_ADDRESS, UNREVIEWED, "پتہ")                                                          \
    X(L, WORD_ABOUT, UNREVIEWED, "ایس پرچے بارے")                                                  \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "لکھاری")                                                    \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "جانچ")                                                      \
    X(L, WORD_OWNER, UNREVIEWED, "ذمہ وار")                                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "حوالہ")                                                      \
    X(L, WORD_VERSION, UNREVIEWED, "ورژن {1}")                                                     \
    X(L, WORD_PUBLISHED, UNREVIEWED, "چھپن دی تاریخ")                                              \
    X(L, WORD_REVIEWED, UNREVIEWED, "آخری جائزہ")                                                  \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "اگلا جائزہ")                                               \
    X(L, WORD_SOURCES, UNREVIEWED, "ذریعے")                                                        \
    X(L, WORD_AUDIENCE, UNREVIEWED, "کیہدے لئی")                                                   \
    X(L, WORD_DRAFT, UNREVIEWED, "خاکہ")                                                           \
    X(L, WORD_PAGE, UNREVIEWED, "صفحہ {1} / {2}")                                                  \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "پرچہ {1}")                                                \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "اگلا جائزہ: {1}")                                          \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "ویب پتے")                                                \
    X(L, WORD_LINKS, UNREVIEWED, "لنک")                                                            \
    X(L, WORD_TABLE, UNREVIEWED, "جدول {1}. {2}")                                                  \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (جاری)")                                           \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "حاشیہ {1}")                                                   \
    X(L, WORD_BACK, UNREVIEWED, "لکھت ول واپس")                                                    \
    X(L, WORD_QR, UNREVIEWED, "QR کوڈ جیہڑا {1} کھولدا اے")                                        \
    X(L, WORD_QR_USE, UNREVIEWED, "ایہ پرچہ اپنے فون تے پڑھو")                                     \
    X(L, WORD_LANGUAGES, UNREVIEWED, "ایہ پرچہ ہور زباناں وچ")                                     \
    X(L, WORD_CONTENTS, UNREVIEWED, "فہرست")                                                       \
    X(L, WORD_COVER, UNREVIEWED, "سرورق")                                                          \
    X(L, WORD_PAGES, UNREVIEWED, "صفحے")                                                           \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "کرنا اے")                                                    \
    X(L, WORD_TASK_DONE, UNREVIEWED, "ہو گیا")

#define WORDS_CKB(X, L)                                                                            \
    X(L, WORD_INFORMATION, UNREVIEWED, "زانیاری بۆ نەخۆشەکان")                                     \
    X(L, WORD_NOTE, UNREVIEWED, "تێبینی")                                                          \
    X(L, WORD_TIP, UNREVIEWED, "ئامۆژگاری")                                                        \
    X(L, WORD_IMPORTANT, UNREVIEWED, "گرنگ")                                                       \
    X(L, WORD_WARNING, UNREVIEWED, "ئاگاداری")                                                     \
    X(L, WORD_CAUTION, UNREVIEWED, "وریابە")                                                       \
    X(L, WORD_EMERGENCY, UNREVIEWED, "باری لەناکاو")                                               \
    X(L, WORD_URGENT, UNREVIEWED, "بەپەلە")                                                        \
    X(L, WORD_ROUTINE, UNREVIEWED, "بەپەلە نییە")                                                  \
    X(L, WORD_DO, UNREVIEWED, "ئەمە بکە")                                                          \
    X(L, WORD_DONT, UNREVIEWED, "ئەمە مەکە")                                                       \
    X(L, WORD_CONTACT, UNREVIEWED, "پەیوەندیمان پێوە بکە")                                         \
    X(L, WORD_PHONE, UNREVIEWED, "تەلەفۆن")                                                        \
    X(L, WORD_HOURS, UNREVIEWED, "کاتەکانی کارکردن")                                               \
    X(L, WORD_EMAIL, UNREVIEWED, "ئیمەیڵ")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "ماڵپەڕ")                                                           \
    X(L, WORD_ADDRESS, UNREVIEWED, "ناونیشان")                                                     \
    X(L, WORD_ABOUT, UNREVIEWED, "دەربارەی ئەم نامیلکەیە")                                         \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "نووسین")                                                    \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "پێداچوونەوە")                                               \
    X(L, WORD_OWNER, UNREVIEWED, "بەرپرس")                                                         \
    X(L, WORD_REFERENCE, UNREVIEWED, "ژمارەی سەرچاوە")                                             \
    X(L, WORD_VERSION, UNREVIEWED, "وەشانی {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "بڵاوکردنەوە")                                                \
    X(L, WORD_REVIEWED, UNREVIEWED, "دوایین پێداچوونەوە")                                          \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "پێداچوونەوەی داهاتوو")                                     \
    X(L, WORD_SOURCES, UNREVIEWED, "سەرچاوەکان")                                                   \
    X(L, WORD_AUDIENCE, UNREVIEWED, "بۆ کێ")                                                       \
    X(L, WORD_DRAFT, UNREVIEWED, "ڕەشنووس")                                                        \
    X(L, WORD_PAGE, UNREVIEWED, "پەڕەی {1} لە {2}")                                                \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "نامیلکەی {1}")                                            \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "پێداچوونەوەی داهاتوو: {1}")                                \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "ناونیشانەکانی وێب")                                      \
    X(L, WORD_LINKS, UNREVIEWED, "بەستەرەکان")                                                     \
    X(L, WORD_TABLE, UNREVIEWED, "خشتەی {1}. {2}")                                                 \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (درێژە)")                                          \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "پەراوێزی {1}")                                                \
    X(L, WORD_BACK, UNREVIEWED, "گەڕانەوە بۆ دەق")                                                 \
    X(L, WORD_QR, UNREVIEWED, "کۆدی QR کە {1} دەکاتەوە")                                           \
    X(L, WORD_QR_USE, UNREVIEWED, "ئەم نامیلکەیە لە تەلەفۆنەکەت بخوێنەوە")                         \
    X(L, WORD_LANGUAGES, UNREVIEWED, "ئەم نامیلکەیە بە زمانەکانی تر")                              \
    X(L, WORD_CONTENTS, UNREVIEWED, "ناوەڕۆک")                                                     \
    X(L, WORD_COVER, UNREVIEWED, "بەرگ")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "پەڕەکان")                                                        \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "ماوە بکرێت")                                                 \
    X(L, WORD_TASK_DONE, UNREVIEWED, "کرا")

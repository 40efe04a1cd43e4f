/* The boilerplate in every language but English (whose wording stands in WORDS of text/words.h).
 * Each language is a list X(SYMBOL, "wording") that must hold every word exactly once: words.c
 * counts and compares at compile time. Only text/words.c includes it.
 *
 * Labels are worded so that any value can follow: no case, gender or preposition reaches into what
 * the writer puts behind them. */
#pragma once

#define NBSP "\u00a0"

#define WORDS_FR(X)                                                                                \
    X(WORD_INFORMATION, "Informations pour les patients")                                          \
    X(WORD_NOTE, "À noter")                                                                        \
    X(WORD_TIP, "Conseil")                                                                         \
    X(WORD_IMPORTANT, "Important")                                                                 \
    X(WORD_WARNING, "Avertissement")                                                               \
    X(WORD_CAUTION, "Attention")                                                                   \
    X(WORD_EMERGENCY, "Urgence vitale")                                                            \
    X(WORD_URGENT, "Urgent")                                                                       \
    X(WORD_ROUTINE, "Non urgent")                                                                  \
    X(WORD_DO, "À faire")                                                                          \
    X(WORD_DONT, "À ne pas faire")                                                                 \
    X(WORD_CONTACT, "Nous contacter")                                                              \
    X(WORD_PHONE, "Téléphone")                                                                     \
    X(WORD_HOURS, "Horaires d’ouverture")                                                          \
    X(WORD_EMAIL, "E-mail")                                                                        \
    X(WORD_WEB, "Site web")                                                                        \
    X(WORD_ADDRESS, "Adresse")                                                                     \
    X(WORD_ABOUT, "À propos de cette brochure")                                                    \
    X(WORD_WRITTEN_BY, "Rédaction")                                                                \
    X(WORD_CHECKED_BY, "Vérification")                                                             \
    X(WORD_OWNER, "Responsable")                                                                   \
    X(WORD_REFERENCE, "Référence")                                                                 \
    X(WORD_VERSION, "version" NBSP "{1}")                                                          \
    X(WORD_PUBLISHED, "Publication")                                                               \
    X(WORD_REVIEWED, "Dernière révision")                                                          \
    X(WORD_NEXT_REVIEW, "Prochaine révision")                                                      \
    X(WORD_SOURCES, "Sources")                                                                     \
    X(WORD_AUDIENCE, "Pour")                                                                       \
    X(WORD_DRAFT, "Brouillon")                                                                     \
    X(WORD_PAGE, "Page {1} sur {2}")                                                               \
    X(WORD_FOOT_LEAFLET, "Brochure {1}")                                                           \
    X(WORD_FOOT_REVIEW, "prochaine révision" NBSP ": {1}")                                         \
    X(WORD_WEB_ADDRESSES, "Adresses web")                                                          \
    X(WORD_LINKS, "Liens")                                                                         \
    X(WORD_TABLE, "Tableau" NBSP "{1}. {2}")                                                       \
    X(WORD_TABLE_CONTINUED, "{1} (suite)")                                                         \
    X(WORD_FOOTNOTE, "Note" NBSP "{1}")                                                            \
    X(WORD_BACK, "Retour au texte")                                                                \
    X(WORD_QR, "Code QR qui ouvre {1}")                                                            \
    X(WORD_QR_USE, "Lisez cette brochure sur votre téléphone")                                     \
    X(WORD_CONTENTS, "Sommaire")                                                                   \
    X(WORD_COVER, "Couverture")                                                                    \
    X(WORD_PAGES, "Pages")                                                                         \
    X(WORD_TASK_OPEN, "À faire")                                                                   \
    X(WORD_TASK_DONE, "Fait")

#define WORDS_ES(X)                                                                                \
    X(WORD_INFORMATION, "Información para pacientes")                                              \
    X(WORD_NOTE, "Nota")                                                                           \
    X(WORD_TIP, "Consejo")                                                                         \
    X(WORD_IMPORTANT, "Importante")                                                                \
    X(WORD_WARNING, "Advertencia")                                                                 \
    X(WORD_CAUTION, "Precaución")                                                                  \
    X(WORD_EMERGENCY, "Emergencia")                                                                \
    X(WORD_URGENT, "Urgente")                                                                      \
    X(WORD_ROUTINE, "No urgente")                                                                  \
    X(WORD_DO, "Qué hacer")                                                                        \
    X(WORD_DONT, "Qué no hacer")                                                                   \
    X(WORD_CONTACT, "Contacte con nosotros")                                                       \
    X(WORD_PHONE, "Teléfono")                                                                      \
    X(WORD_HOURS, "Horario de atención")                                                           \
    X(WORD_EMAIL, "Correo electrónico")                                                            \
    X(WORD_WEB, "Sitio web")                                                                       \
    X(WORD_ADDRESS, "Dirección")                                                                   \
    X(WORD_ABOUT, "Acerca de este folleto")                                                        \
    X(WORD_WRITTEN_BY, "Escrito por")                                                              \
    X(WORD_CHECKED_BY, "Revisado por")                                                             \
    X(WORD_OWNER, "Responsable")                                                                   \
    X(WORD_REFERENCE, "Referencia")                                                                \
    X(WORD_VERSION, "versión {1}")                                                                 \
    X(WORD_PUBLISHED, "Publicación")                                                               \
    X(WORD_REVIEWED, "Última revisión")                                                            \
    X(WORD_NEXT_REVIEW, "Próxima revisión")                                                        \
    X(WORD_SOURCES, "Fuentes")                                                                     \
    X(WORD_AUDIENCE, "Para")                                                                       \
    X(WORD_DRAFT, "Borrador")                                                                      \
    X(WORD_PAGE, "Página {1} de {2}")                                                              \
    X(WORD_FOOT_LEAFLET, "Folleto {1}")                                                            \
    X(WORD_FOOT_REVIEW, "próxima revisión: {1}")                                                   \
    X(WORD_WEB_ADDRESSES, "Direcciones web")                                                       \
    X(WORD_LINKS, "Enlaces")                                                                       \
    X(WORD_TABLE, "Tabla {1}. {2}")                                                                \
    X(WORD_TABLE_CONTINUED, "{1} (continuación)")                                                  \
    X(WORD_FOOTNOTE, "Nota {1}")                                                                   \
    X(WORD_BACK, "Volver al texto")                                                                \
    X(WORD_QR, "Código QR que abre {1}")                                                           \
    X(WORD_QR_USE, "Lea este folleto en su teléfono")                                              \
    X(WORD_CONTENTS, "Índice")                                                                     \
    X(WORD_COVER, "Portada")                                                                       \
    X(WORD_PAGES, "Páginas")                                                                       \
    X(WORD_TASK_OPEN, "Pendiente")                                                                 \
    X(WORD_TASK_DONE, "Hecho")

#define WORDS_DE(X)                                                                                \
    X(WORD_INFORMATION, "Patienteninformation")                                                    \
    X(WORD_NOTE, "Hinweis")                                                                        \
    X(WORD_TIP, "Tipp")                                                                            \
    X(WORD_IMPORTANT, "Wichtig")                                                                   \
    X(WORD_WARNING, "Warnung")                                                                     \
    X(WORD_CAUTION, "Vorsicht")                                                                    \
    X(WORD_EMERGENCY, "Notfall")                                                                   \
    X(WORD_URGENT, "Dringend")                                                                     \
    X(WORD_ROUTINE, "Nicht dringend")                                                              \
    X(WORD_DO, "Das sollen Sie tun")                                                               \
    X(WORD_DONT, "Das sollen Sie nicht tun")                                                       \
    X(WORD_CONTACT, "So erreichen Sie uns")                                                        \
    X(WORD_PHONE, "Telefon")                                                                       \
    X(WORD_HOURS, "Öffnungszeiten")                                                                \
    X(WORD_EMAIL, "E-Mail")                                                                        \
    X(WORD_WEB, "Website")                                                                         \
    X(WORD_ADDRESS, "Adresse")                                                                     \
    X(WORD_ABOUT, "Über dieses Merkblatt")                                                         \
    X(WORD_WRITTEN_BY, "Verfasst von")                                                             \
    X(WORD_CHECKED_BY, "Geprüft von")                                                              \
    X(WORD_OWNER, "Verantwortlich")                                                                \
    X(WORD_REFERENCE, "Referenz")                                                                  \
    X(WORD_VERSION, "Version {1}")                                                                 \
    X(WORD_PUBLISHED, "Veröffentlicht")                                                            \
    X(WORD_REVIEWED, "Zuletzt geprüft")                                                            \
    X(WORD_NEXT_REVIEW, "Nächste Prüfung")                                                         \
    X(WORD_SOURCES, "Quellen")                                                                     \
    X(WORD_AUDIENCE, "Zielgruppe")                                                                 \
    X(WORD_DRAFT, "Entwurf")                                                                       \
    X(WORD_PAGE, "Seite {1} von {2}")                                                              \
    X(WORD_FOOT_LEAFLET, "Merkblatt {1}")                                                          \
    X(WORD_FOOT_REVIEW, "nächste Prüfung: {1}")                                                    \
    X(WORD_WEB_ADDRESSES, "Webadressen")                                                           \
    X(WORD_LINKS, "Links")                                                                         \
    X(WORD_TABLE, "Tabelle {1}. {2}")                                                              \
    X(WORD_TABLE_CONTINUED, "{1} (Fortsetzung)")                                                   \
    X(WORD_FOOTNOTE, "Fußnote {1}")                                                                \
    X(WORD_BACK, "Zurück zum Text")                                                                \
    X(WORD_QR, "QR-Code, der {1} öffnet")                                                          \
    X(WORD_QR_USE, "Lesen Sie dieses Merkblatt auf Ihrem Telefon")                                 \
    X(WORD_CONTENTS, "Inhalt")                                                                     \
    X(WORD_COVER, "Titelseite")                                                                    \
    X(WORD_PAGES, "Seiten")                                                                        \
    X(WORD_TASK_OPEN, "Zu erledigen")                                                              \
    X(WORD_TASK_DONE, "Erledigt")

#define WORDS_PL(X)                                                                                \
    X(WORD_INFORMATION, "Informacje dla pacjentów")                                                \
    X(WORD_NOTE, "Informacja")                                                                     \
    X(WORD_TIP, "Wskazówka")                                                                       \
    X(WORD_IMPORTANT, "Ważne")                                                                     \
    X(WORD_WARNING, "Ostrzeżenie")                                                                 \
    X(WORD_CAUTION, "Zachowaj ostrożność")                                                         \
    X(WORD_EMERGENCY, "Stan nagły")                                                                \
    X(WORD_URGENT, "Pilne")                                                                        \
    X(WORD_ROUTINE, "Niepilne")                                                                    \
    X(WORD_DO, "Co robić")                                                                         \
    X(WORD_DONT, "Czego nie robić")                                                                \
    X(WORD_CONTACT, "Kontakt")                                                                     \
    X(WORD_PHONE, "Telefon")                                                                       \
    X(WORD_HOURS, "Godziny otwarcia")                                                              \
    X(WORD_EMAIL, "E-mail")                                                                        \
    X(WORD_WEB, "Strona internetowa")                                                              \
    X(WORD_ADDRESS, "Adres")                                                                       \
    X(WORD_ABOUT, "O tej ulotce")                                                                  \
    X(WORD_WRITTEN_BY, "Opracowanie")                                                              \
    X(WORD_CHECKED_BY, "Weryfikacja")                                                              \
    X(WORD_OWNER, "Za treść odpowiada")                                                            \
    X(WORD_REFERENCE, "Numer ulotki")                                                              \
    X(WORD_VERSION, "wersja {1}")                                                                  \
    X(WORD_PUBLISHED, "Data publikacji")                                                           \
    X(WORD_REVIEWED, "Ostatni przegląd")                                                           \
    X(WORD_NEXT_REVIEW, "Następny przegląd")                                                       \
    X(WORD_SOURCES, "Źródła")                                                                      \
    X(WORD_AUDIENCE, "Odbiorcy")                                                                   \
    X(WORD_DRAFT, "Wersja robocza")                                                                \
    X(WORD_PAGE, "Strona {1} z {2}")                                                               \
    X(WORD_FOOT_LEAFLET, "Ulotka {1}")                                                             \
    X(WORD_FOOT_REVIEW, "następny przegląd: {1}")                                                  \
    X(WORD_WEB_ADDRESSES, "Adresy internetowe")                                                    \
    X(WORD_LINKS, "Linki")                                                                         \
    X(WORD_TABLE, "Tabela {1}. {2}")                                                               \
    X(WORD_TABLE_CONTINUED, "{1} (ciąg dalszy)")                                                   \
    X(WORD_FOOTNOTE, "Przypis {1}")                                                                \
    X(WORD_BACK, "Powrót do tekstu")                                                               \
    X(WORD_QR, "Kod QR otwierający {1}")                                                           \
    X(WORD_QR_USE, "Przeczytaj tę ulotkę na telefonie")                                            \
    X(WORD_CONTENTS, "Spis treści")                                                                \
    X(WORD_COVER, "Okładka")                                                                       \
    X(WORD_PAGES, "Strony")                                                                        \
    X(WORD_TASK_OPEN, "Do zrobienia")                                                              \
    X(WORD_TASK_DONE, "Zrobione")

#define WORDS_AR(X)                                                                                \
    X(WORD_INFORMATION, "معلومات للمرضى")                                                          \
    X(WORD_NOTE, "ملاحظة")                                                                         \
    X(WORD_TIP, "نصيحة")                                                                           \
    X(WORD_IMPORTANT, "مهم")                                                                       \
    X(WORD_WARNING, "تحذير")                                                                       \
    X(WORD_CAUTION, "تنبيه")                                                                       \
    X(WORD_EMERGENCY, "حالة طارئة")                                                                \
    X(WORD_URGENT, "عاجل")                                                                         \
    X(WORD_ROUTINE, "غير عاجل")                                                                    \
    X(WORD_DO, "افعل")                                                                             \
    X(WORD_DONT, "لا تفعل")                                                                        \
    X(WORD_CONTACT, "اتصل بنا")                                                                    \
    X(WORD_PHONE, "الهاتف")                                                                        \
    X(WORD_HOURS, "ساعات العمل")                                                                   \
    X(WORD_EMAIL, "البريد الإلكتروني")                                                             \
    X(WORD_WEB, "الموقع الإلكتروني")                                                               \
    X(WORD_ADDRESS, "العنوان")                                                                     \
    X(WORD_ABOUT, "عن هذه النشرة")                                                                 \
    X(WORD_WRITTEN_BY, "إعداد")                                                                    \
    X(WORD_CHECKED_BY, "مراجعة")                                                                   \
    X(WORD_OWNER, "الجهة المسؤولة")                                                                \
    X(WORD_REFERENCE, "الرقم المرجعي")                                                             \
    X(WORD_VERSION, "الإصدار {1}")                                                                 \
    X(WORD_PUBLISHED, "تاريخ النشر")                                                               \
    X(WORD_REVIEWED, "آخر مراجعة")                                                                 \
    X(WORD_NEXT_REVIEW, "المراجعة القادمة")                                                        \
    X(WORD_SOURCES, "المصادر")                                                                     \
    X(WORD_AUDIENCE, "الفئة المستهدفة")                                                            \
    X(WORD_DRAFT, "مسودة")                                                                         \
    X(WORD_PAGE, "صفحة {1} من {2}")                                                                \
    X(WORD_FOOT_LEAFLET, "النشرة {1}")                                                             \
    X(WORD_FOOT_REVIEW, "المراجعة القادمة: {1}")                                                   \
    X(WORD_WEB_ADDRESSES, "عناوين المواقع الإلكترونية")                                            \
    X(WORD_LINKS, "الروابط")                                                                       \
    X(WORD_TABLE, "الجدول {1}. {2}")                                                               \
    X(WORD_TABLE_CONTINUED, "{1} (تابع)")                                                          \
    X(WORD_FOOTNOTE, "الحاشية {1}")                                                                \
    X(WORD_BACK, "العودة إلى النص")                                                                \
    X(WORD_QR, "رمز QR يفتح {1}")                                                                  \
    X(WORD_QR_USE, "اقرأ هذه النشرة على هاتفك")                                                    \
    X(WORD_CONTENTS, "المحتويات")                                                                  \
    X(WORD_COVER, "الغلاف")                                                                        \
    X(WORD_PAGES, "الصفحات")                                                                       \
    X(WORD_TASK_OPEN, "لم يتم بعد")                                                                \
    X(WORD_TASK_DONE, "تم")

#define WORDS_CY(X)                                                                                \
    X(WORD_INFORMATION, "Gwybodaeth i gleifion")                                                   \
    X(WORD_NOTE, "Nodyn")                                                                          \
    X(WORD_TIP, "Awgrym")                                                                          \
    X(WORD_IMPORTANT, "Pwysig")                                                                    \
    X(WORD_WARNING, "Rhybudd")                                                                     \
    X(WORD_CAUTION, "Byddwch yn ofalus")                                                           \
    X(WORD_EMERGENCY, "Argyfwng")                                                                  \
    X(WORD_URGENT, "Brys")                                                                         \
    X(WORD_ROUTINE, "Ddim yn frys")                                                                \
    X(WORD_DO, "Gwnewch")                                                                          \
    X(WORD_DONT, "Peidiwch")                                                                       \
    X(WORD_CONTACT, "Cysylltu â ni")                                                               \
    X(WORD_PHONE, "Ffôn")                                                                          \
    X(WORD_HOURS, "Oriau agor")                                                                    \
    X(WORD_EMAIL, "E-bost")                                                                        \
    X(WORD_WEB, "Gwefan")                                                                          \
    X(WORD_ADDRESS, "Cyfeiriad")                                                                   \
    X(WORD_ABOUT, "Am y daflen hon")                                                               \
    X(WORD_WRITTEN_BY, "Ysgrifennwyd gan")                                                         \
    X(WORD_CHECKED_BY, "Gwiriwyd gan")                                                             \
    X(WORD_OWNER, "Perchennog")                                                                    \
    X(WORD_REFERENCE, "Cyfeirnod")                                                                 \
    X(WORD_VERSION, "fersiwn {1}")                                                                 \
    X(WORD_PUBLISHED, "Cyhoeddwyd")                                                                \
    X(WORD_REVIEWED, "Adolygwyd ddiwethaf")                                                        \
    X(WORD_NEXT_REVIEW, "Adolygiad nesaf")                                                         \
    X(WORD_SOURCES, "Ffynonellau")                                                                 \
    X(WORD_AUDIENCE, "Ar gyfer")                                                                   \
    X(WORD_DRAFT, "Drafft")                                                                        \
    X(WORD_PAGE, "Tudalen {1} o {2}")                                                              \
    X(WORD_FOOT_LEAFLET, "Taflen {1}")                                                             \
    X(WORD_FOOT_REVIEW, "adolygiad nesaf: {1}")                                                    \
    X(WORD_WEB_ADDRESSES, "Cyfeiriadau gwe")                                                       \
    X(WORD_LINKS, "Dolenni")                                                                       \
    X(WORD_TABLE, "Tabl {1}. {2}")                                                                 \
    X(WORD_TABLE_CONTINUED, "{1} (parhad)")                                                        \
    X(WORD_FOOTNOTE, "Troednodyn {1}")                                                             \
    X(WORD_BACK, "Yn ôl i’r testun")                                                               \
    X(WORD_QR, "Cod QR sy’n agor {1}")                                                             \
    X(WORD_QR_USE, "Darllenwch y daflen hon ar eich ffôn")                                         \
    X(WORD_CONTENTS, "Cynnwys")                                                                    \
    X(WORD_COVER, "Clawr")                                                                         \
    X(WORD_PAGES, "Tudalennau")                                                                    \
    X(WORD_TASK_OPEN, "I’w wneud")                                                                 \
    X(WORD_TASK_DONE, "Wedi’i wneud")

/* X(SUFFIX, "primary subtag"): every language but English. */
#define WORDS_LANGUAGES(X)                                                                         \
    X(FR, "fr")                                                                                    \
    X(ES, "es")                                                                                    \
    X(DE, "de")                                                                                    \
    X(PL, "pl")                                                                                    \
    X(AR, "ar")                                                                                    \
    X(CY, "cy")

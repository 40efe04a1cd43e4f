/* The boilerplate in languages of the east of Europe, and Turkish and Kurmanji; words_table.h says
 * how to read it. Only that includes it. */
#pragma once

#define WORDS_PL(X, L)                                                                             \
    X(L, WORD_INFORMATION, IN_USE, "Informacje dla pacjentów")                                     \
    X(L, WORD_NOTE, SPHINX, "Informacja")                                                          \
    X(L, WORD_TIP, SPHINX, "Wskazówka")                                                            \
    X(L, WORD_IMPORTANT, DOCBOOK, "Ważne")                                                         \
    X(L, WORD_WARNING, DOCBOOK, "Ostrzeżenie")                                                     \
    X(L, WORD_CAUTION, IN_USE, "Zachowaj ostrożność")                                              \
    X(L, WORD_EMERGENCY, IN_USE, "Stan nagły")                                                     \
    X(L, WORD_URGENT, IN_USE, "Pilne")                                                             \
    X(L, WORD_ROUTINE, IN_USE, "Niepilne")                                                         \
    X(L, WORD_DO, IN_USE, "Co robić")                                                              \
    X(L, WORD_DONT, IN_USE, "Czego nie robić")                                                     \
    X(L, WORD_CONTACT, IN_USE, "Kontakt")                                                          \
    X(L, WORD_PHONE, IN_USE, "Telefon")                                                            \
    X(L, WORD_HOURS, IN_USE, "Godziny otwarcia")                                                   \
    X(L, WORD_EMAIL, IN_USE, "E-mail")                                                             \
    X(L, WORD_WEB, IN_USE, "Strona internetowa")                                                   \
    X(L, WORD_ADDRESS, IN_USE, "Adres")                                                            \
    X(L, WORD_ABOUT, IN_USE, "O tej ulotce")                                                       \
    X(L, WORD_WRITTEN_BY, IN_USE, "Opracowanie")                                                   \
    X(L, WORD_CHECKED_BY, IN_USE, "Weryfikacja")                                                   \
    X(L, WORD_OWNER, IN_USE, "Za treść odpowiada")                                                 \
    X(L, WORD_REFERENCE, IN_USE, "Numer ulotki")                                                   \
    X(L, WORD_VERSION, IN_USE, "wersja {1}")                                                       \
    X(L, WORD_PUBLISHED, IN_USE, "Data publikacji")                                                \
    X(L, WORD_REVIEWED, IN_USE, "Ostatni przegląd")                                                \
    X(L, WORD_NEXT_REVIEW, IN_USE, "Następny przegląd")                                            \
    X(L, WORD_SOURCES, IN_USE, "Źródła")                                                           \
    X(L, WORD_AUDIENCE, IN_USE, "Odbiorcy")                                                        \
    X(L, WORD_DRAFT, IN_USE, "Wersja robocza")                                                     \
    X(L, WORD_PAGE, IN_USE, "Strona {1} z {2}")                                                    \
    X(L, WORD_FOOT_LEAFLET, IN_USE, "Ulotka {1}")                                                  \
    X(L, WORD_FOOT_REVIEW, IN_USE, "następny przegląd: {1}")                                       \
    X(L, WORD_WEB_ADDRESSES, IN_USE, "Adresy internetowe")                                         \
    X(L, WORD_LINKS, IN_USE, "Linki")                                                              \
    X(L, WORD_TABLE, DOCBOOK, "Tabela {1}. {2}")                                                   \
    X(L, WORD_TABLE_CONTINUED, IN_USE, "{1} (ciąg dalszy)")                                        \
    X(L, WORD_FOOTNOTE, IN_USE, "Przypis {1}")                                                     \
    X(L, WORD_BACK, IN_USE, "Powrót do tekstu")                                                    \
    X(L, WORD_QR, IN_USE, "Kod QR otwierający {1}")                                                \
    X(L, WORD_QR_USE, IN_USE, "Przeczytaj tę ulotkę na telefonie")                                 \
    X(L, WORD_LANGUAGES, IN_USE, "Ta ulotka w innych językach")                                    \
    X(L, WORD_CONTENTS, DOCBOOK, "Spis treści")                                                    \
    X(L, WORD_COVER, IN_USE, "Okładka")                                                            \
    X(L, WORD_PAGES, IN_USE, "Strony")                                                             \
    X(L, WORD_TASK_OPEN, IN_USE, "Do zrobienia")                                                   \
    X(L, WORD_TASK_DONE, IN_USE, "Zrobione")

#define WORDS_UK(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Інформація для пацієнтів")                                 \
    X(L, WORD_NOTE, DOCBOOK, "Примітка")                                                           \
    X(L, WORD_TIP, SPHINX, "Порада")                                                               \
    X(L, WORD_IMPORTANT, DOCBOOK, "Важливо")                                                       \
    X(L, WORD_WARNING, SPHINX, "Попередження")                                                     \
    X(L, WORD_CAUTION, DOCBOOK, "Застереження")                                                    \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Невідкладний стан")                                          \
    X(L, WORD_URGENT, UNREVIEWED, "Терміново")                                                     \
    X(L, WORD_ROUTINE, UNREVIEWED, "Не терміново")                                                 \
    X(L, WORD_DO, UNREVIEWED, "Що робити")                                                         \
    X(L, WORD_DONT, UNREVIEWED, "Чого не робити")                                                  \
    X(L, WORD_CONTACT, UNREVIEWED, "Як з нами зв’язатися")                                         \
    X(L, WORD_PHONE, UNREVIEWED, "Телефон")                                                        \
    X(L, WORD_HOURS, UNREVIEWED, "Години роботи")                                                  \
    X(L, WORD_EMAIL, UNREVIEWED, "Електронна пошта")                                               \
    X(L, WORD_WEB, UNREVIEWED, "Вебсайт")                                                          \
    X(L, WORD_ADDRESS, UNREVIEWED, "Адреса")                                                       \
    X(L, WORD_ABOUT, UNREVIEWED, "Про цю листівку")                                                \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Автори")                                                    \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Перевірка")                                                 \
    X(L, WORD_OWNER, UNREVIEWED, "Відповідальний підрозділ")                                       \
    X(L, WORD_REFERENCE, UNREVIEWED, "Номер")                                                      \
    X(L, WORD_VERSION, UNREVIEWED, "версія {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Опубліковано")                                               \
    X(L, WORD_REVIEWED, UNREVIEWED, "Останній перегляд")                                           \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Наступний перегляд")                                       \
    X(L, WORD_SOURCES, UNREVIEWED, "Джерела")                                                      \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Для кого")                                                    \
    X(L, WORD_DRAFT, DOCBOOK, "Чернетка")                                                          \
    X(L, WORD_PAGE, UNREVIEWED, "Сторінка {1} з {2}")                                              \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Листівка {1}")                                            \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "наступний перегляд: {1}")                                  \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Вебадреси")                                              \
    X(L, WORD_LINKS, UNREVIEWED, "Посилання")                                                      \
    X(L, WORD_TABLE, DOCBOOK, "Таблиця {1}. {2}")                                                  \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (продовження)")                                    \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Виноска {1}")                                                 \
    X(L, WORD_BACK, UNREVIEWED, "Назад до тексту")                                                 \
    X(L, WORD_QR, UNREVIEWED, "QR-код, що відкриває {1}")                                          \
    X(L, WORD_QR_USE, UNREVIEWED, "Читайте цю листівку на телефоні")                               \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Ця листівка іншими мовами")                                  \
    X(L, WORD_CONTENTS, DOCBOOK, "Зміст")                                                          \
    X(L, WORD_COVER, UNREVIEWED, "Обкладинка")                                                     \
    X(L, WORD_PAGES, UNREVIEWED, "Сторінки")                                                       \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Потрібно зробити")                                           \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Зроблено")

#define WORDS_RU(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Информация для пациентов")                                 \
    X(L, WORD_NOTE, DOCBOOK, "Примечание")                                                         \
    X(L, WORD_TIP, SPHINX, "Совет")                                                                \
    X(L, WORD_IMPORTANT, DOCBOOK, "Важно")                                                         \
    X(L, WORD_WARNING, DOCBOOK, "Предупреждение")                                                  \
    X(L, WORD_CAUTION, SPHINX, "Осторожно")                                                        \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Неотложное состояние")                                       \
    X(L, WORD_URGENT, UNREVIEWED, "Срочно")                                                        \
    X(L, WORD_ROUTINE, UNREVIEWED, "Не срочно")                                                    \
    X(L, WORD_DO, UNREVIEWED, "Что делать")                                                        \
    X(L, WORD_DONT, UNREVIEWED, "Чего не делать")                                                  \
    X(L, WORD_CONTACT, UNREVIEWED, "Как с нами связаться")                                         \
    X(L, WORD_PHONE, UNREVIEWED, "Телефон")                                                        \
    X(L, WORD_HOURS, UNREVIEWED, "Часы работы")                                                    \
    X(L, WORD_EMAIL, UNREVIEWED, "Электронная почта")                                              \
    X(L, WORD_WEB, UNREVIEWED, "Сайт")                                                             \
    X(L, WORD_ADDRESS, UNREVIEWED, "Адрес")                                                        \
    X(L, WORD_ABOUT, UNREVIEWED, "Об этой памятке")                                                \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Авторы")                                                    \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Проверка")                                                  \
    X(L, WORD_OWNER, UNREVIEWED, "Ответственное отделение")                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "Номер")                                                      \
    X(L, WORD_VERSION, UNREVIEWED, "версия {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Опубликовано")                                               \
    X(L, WORD_REVIEWED, UNREVIEWED, "Последний пересмотр")                                         \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Следующий пересмотр")                                      \
    X(L, WORD_SOURCES, UNREVIEWED, "Источники")                                                    \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Для кого")                                                    \
    X(L, WORD_DRAFT, DOCBOOK, "Черновик")                                                          \
    X(L, WORD_PAGE, UNREVIEWED, "Страница {1} из {2}")                                             \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Памятка {1}")                                             \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "следующий пересмотр: {1}")                                 \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Веб-адреса")                                             \
    X(L, WORD_LINKS, UNREVIEWED, "Ссылки")                                                         \
    X(L, WORD_TABLE, DOCBOOK, "Таблица {1}. {2}")                                                  \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (продолжение)")                                    \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Сноска {1}")                                                  \
    X(L, WORD_BACK, UNREVIEWED, "Назад к тексту")                                                  \
    X(L, WORD_QR, UNREVIEWED, "QR-код, который открывает {1}")                                     \
    X(L, WORD_QR_USE, UNREVIEWED, "Читайте эту памятку на телефоне")                               \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Эта памятка на других языках")                               \
    X(L, WORD_CONTENTS, DOCBOOK, "Содержание")                                                     \
    X(L, WORD_COVER, UNREVIEWED, "Обложка")                                                        \
    X(L, WORD_PAGES, UNREVIEWED, "Страницы")                                                       \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Нужно сделать")                                              \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Сделано")

#define WORDS_BG(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Информация за пациенти")                                   \
    X(L, WORD_NOTE, DOCBOOK, "Забележка")                                                          \
    X(L, WORD_TIP, UNREVIEWED, "Съвет")                                                            \
    X(L, WORD_IMPORTANT, DOCBOOK, "Важно")                                                         \
    X(L, WORD_WARNING, UNREVIEWED, "Предупреждение")                                               \
    X(L, WORD_CAUTION, DOCBOOK, "Внимание")                                                        \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Спешен случай")                                              \
    X(L, WORD_URGENT, UNREVIEWED, "Спешно")                                                        \
    X(L, WORD_ROUTINE, UNREVIEWED, "Не е спешно")                                                  \
    X(L, WORD_DO, UNREVIEWED, "Какво да правите")                                                  \
    X(L, WORD_DONT, UNREVIEWED, "Какво да не правите")                                             \
    X(L, WORD_CONTACT, UNREVIEWED, "Свържете се с нас")                                            \
    X(L, WORD_PHONE, UNREVIEWED, "Телефон")                                                        \
    X(L, WORD_HOURS, UNREVIEWED, "Работно време")                                                  \
    X(L, WORD_EMAIL, UNREVIEWED, "Имейл")                                                          \
    X(L, WORD_WEB, UNREVIEWED, "Уебсайт")                                                          \
    X(L, WORD_ADDRESS, UNREVIEWED, "Адрес")                                                        \
    X(L, WORD_ABOUT, UNREVIEWED, "За тази листовка")                                               \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Автори")                                                    \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Проверка")                                                  \
    X(L, WORD_OWNER, UNREVIEWED, "Отговорник")                                                     \
    X(L, WORD_REFERENCE, UNREVIEWED, "Номер")                                                      \
    X(L, WORD_VERSION, UNREVIEWED, "версия {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Публикувано")                                                \
    X(L, WORD_REVIEWED, UNREVIEWED, "Последен преглед")                                            \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Следващ преглед")                                          \
    X(L, WORD_SOURCES, UNREVIEWED, "Източници")                                                    \
    X(L, WORD_AUDIENCE, UNREVIEWED, "За кого")                                                     \
    X(L, WORD_DRAFT, DOCBOOK, "Чернова")                                                           \
    X(L, WORD_PAGE, UNREVIEWED, "Страница {1} от {2}")                                             \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Листовка {1}")                                            \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "следващ преглед: {1}")                                     \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Уеб адреси")                                             \
    X(L, WORD_LINKS, UNREVIEWED, "Връзки")                                                         \
    X(L, WORD_TABLE, DOCBOOK, "Таблица {1}. {2}")                                                  \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (продължение)")                                    \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Бележка {1}")                                                 \
    X(L, WORD_BACK, UNREVIEWED, "Обратно към текста")                                              \
    X(L, WORD_QR, UNREVIEWED, "QR код, който отваря {1}")                                          \
    X(L, WORD_QR_USE, UNREVIEWED, "Прочетете тази листовка на телефона си")                        \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Тази листовка на други езици")                               \
    X(L, WORD_CONTENTS, DOCBOOK, "Съдържание")                                                     \
    X(L, WORD_COVER, UNREVIEWED, "Корица")                                                         \
    X(L, WORD_PAGES, UNREVIEWED, "Страници")                                                       \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "За изпълнение")                                              \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Направено")

#define WORDS_LT(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Informacija pacientams")                                   \
    X(L, WORD_NOTE, DOCBOOK, "Pastaba")                                                            \
    X(L, WORD_TIP, DOCBOOK, "Patarimas")                                                           \
    X(L, WORD_IMPORTANT, DOCBOOK, "Svarbu")                                                        \
    X(L, WORD_WARNING, DOCBOOK, "Įspėjimas")                                                       \
    X(L, WORD_CAUTION, DOCBOOK, "Atsargiai")                                                       \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Skubi pagalba")                                              \
    X(L, WORD_URGENT, UNREVIEWED, "Skubu")                                                         \
    X(L, WORD_ROUTINE, UNREVIEWED, "Neskubu")                                                      \
    X(L, WORD_DO, UNREVIEWED, "Ką daryti")                                                         \
    X(L, WORD_DONT, UNREVIEWED, "Ko nedaryti")                                                     \
    X(L, WORD_CONTACT, UNREVIEWED, "Susisiekite su mumis")                                         \
    X(L, WORD_PHONE, UNREVIEWED, "Telefonas")                                                      \
    X(L, WORD_HOURS, UNREVIEWED, "Darbo laikas")                                                   \
    X(L, WORD_EMAIL, UNREVIEWED, "El. paštas")                                                     \
    X(L, WORD_WEB, UNREVIEWED, "Svetainė")                                                         \
    X(L, WORD_ADDRESS, UNREVIEWED, "Adresas")                                                      \
    X(L, WORD_ABOUT, UNREVIEWED, "Apie šį lankstinuką")                                            \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Parengė")                                                   \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Patikrino")                                                 \
    X(L, WORD_OWNER, UNREVIEWED, "Atsakingas skyrius")                                             \
    X(L, WORD_REFERENCE, UNREVIEWED, "Numeris")                                                    \
    X(L, WORD_VERSION, UNREVIEWED, "versija {1}")                                                  \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Paskelbta")                                                  \
    X(L, WORD_REVIEWED, UNREVIEWED, "Paskutinė peržiūra")                                          \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Kita peržiūra")                                            \
    X(L, WORD_SOURCES, UNREVIEWED, "Šaltiniai")                                                    \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Kam skirta")                                                  \
    X(L, WORD_DRAFT, UNREVIEWED, "Juodraštis")                                                     \
    X(L, WORD_PAGE, UNREVIEWED, "{1} puslapis iš {2}")                                             \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Lankstinukas {1}")                                        \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "kita peržiūra: {1}")                                       \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Interneto adresai")                                      \
    X(L, WORD_LINKS, UNREVIEWED, "Nuorodos")                                                       \
    X(L, WORD_TABLE, UNREVIEWED, "{1} lentelė. {2}")                                               \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (tęsinys)")                                        \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "{1} išnaša")                                                  \
    X(L, WORD_BACK, UNREVIEWED, "Grįžti į tekstą")                                                 \
    X(L, WORD_QR, UNREVIEWED, "QR kodas, atveriantis {1}")                                         \
    X(L, WORD_QR_USE, UNREVIEWED, "Skaitykite šį lankstinuką telefone")                            \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Šis lankstinukas kitomis kalbomis")                          \
    X(L, WORD_CONTENTS, DOCBOOK, "Turinys")                                                        \
    X(L, WORD_COVER, UNREVIEWED, "Viršelis")                                                       \
    X(L, WORD_PAGES, UNREVIEWED, "Puslapiai")                                                      \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Reikia padaryti")                                            \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Padaryta")

#define WORDS_HU(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Tájékoztató betegeknek")                                   \
    X(L, WORD_NOTE, DOCBOOK, "Megjegyzés")                                                         \
    X(L, WORD_TIP, UNREVIEWED, "Tanács")                                                           \
    X(L, WORD_IMPORTANT, DOCBOOK, "Fontos")                                                        \
    X(L, WORD_WARNING, UNREVIEWED, "Figyelmeztetés")                                               \
    X(L, WORD_CAUTION, UNREVIEWED, "Vigyázat")                                                     \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Vészhelyzet")                                                \
    X(L, WORD_URGENT, UNREVIEWED, "Sürgős")                                                        \
    X(L, WORD_ROUTINE, UNREVIEWED, "Nem sürgős")                                                   \
    X(L, WORD_DO, UNREVIEWED, "Ezt tegye")                                                         \
    X(L, WORD_DONT, UNREVIEWED, "Ezt ne tegye")                                                    \
    X(L, WORD_CONTACT, UNREVIEWED, "Kapcsolat")                                                    \
    X(L, WORD_PHONE, UNREVIEWED, "Telefon")                                                        \
    X(L, WORD_HOURS, UNREVIEWED, "Nyitvatartás")                                                   \
    X(L, WORD_EMAIL, UNREVIEWED, "E-mail")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "Honlap")                                                           \
    X(L, WORD_ADDRESS, UNREVIEWED, "Cím")                                                          \
    X(L, WORD_ABOUT, UNREVIEWED, "Erről a tájékoztatóról")                                         \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Szerzők")                                                   \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Ellenőrizte")                                               \
    X(L, WORD_OWNER, UNREVIEWED, "Felelős")                                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "Hivatkozási szám")                                           \
    X(L, WORD_VERSION, UNREVIEWED, "{1}. változat")                                                \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Közzététel")                                                 \
    X(L, WORD_REVIEWED, UNREVIEWED, "Legutóbbi felülvizsgálat")                                    \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Következő felülvizsgálat")                                 \
    X(L, WORD_SOURCES, UNREVIEWED, "Források")                                                     \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Kinek szól")                                                  \
    X(L, WORD_DRAFT, DOCBOOK, "Piszkozat")                                                         \
    X(L, WORD_PAGE, UNREVIEWED, "{1}. oldal, összesen {2}")                                        \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Tájékoztató: {1}")                                        \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "következő felülvizsgálat: {1}")                            \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Webcímek")                                               \
    X(L, WORD_LINKS, UNREVIEWED, "Hivatkozások")                                                   \
    X(L, WORD_TABLE, UNREVIEWED, "{1}. táblázat. {2}")                                             \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (folytatás)")                                      \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "{1}. lábjegyzet")                                             \
    X(L, WORD_BACK, UNREVIEWED, "Vissza a szöveghez")                                              \
    X(L, WORD_QR, UNREVIEWED, "QR-kód, amely ezt nyitja meg: {1}")                                 \
    X(L, WORD_QR_USE, UNREVIEWED, "Olvassa el ezt a tájékoztatót a telefonján")                    \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Ez a tájékoztató más nyelveken")                             \
    X(L, WORD_CONTENTS, DOCBOOK, "Tartalom")                                                       \
    X(L, WORD_COVER, UNREVIEWED, "Borító")                                                         \
    X(L, WORD_PAGES, UNREVIEWED, "Oldalak")                                                        \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Teendő")                                                     \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Kész")

#define WORDS_EL(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Πληροφορίες για ασθενείς")                                 \
    X(L, WORD_NOTE, DOCBOOK, "Σημείωση")                                                           \
    X(L, WORD_TIP, UNREVIEWED, "Συμβουλή")                                                         \
    X(L, WORD_IMPORTANT, DOCBOOK, "Σημαντικό")                                                     \
    X(L, WORD_WARNING, DOCBOOK, "Προειδοποίηση")                                                   \
    X(L, WORD_CAUTION, DOCBOOK, "Προσοχή")                                                         \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Επείγον περιστατικό")                                        \
    X(L, WORD_URGENT, UNREVIEWED, "Επείγον")                                                       \
    X(L, WORD_ROUTINE, UNREVIEWED, "Μη επείγον")                                                   \
    X(L, WORD_DO, UNREVIEWED, "Τι να κάνετε")                                                      \
    X(L, WORD_DONT, UNREVIEWED, "Τι να μην κάνετε")                                                \
    X(L, WORD_CONTACT, UNREVIEWED, "Επικοινωνήστε μαζί μας")                                       \
    X(L, WORD_PHONE, UNREVIEWED, "Τηλέφωνο")                                                       \
    X(L, WORD_HOURS, UNREVIEWED, "Ώρες λειτουργίας")                                               \
    X(L, WORD_EMAIL, UNREVIEWED, "E-mail")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "Ιστότοπος")                                                        \
    X(L, WORD_ADDRESS, UNREVIEWED, "Διεύθυνση")                                                    \
    X(L, WORD_ABOUT, UNREVIEWED, "Σχετικά με αυτό το φυλλάδιο")                                    \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Σύνταξη")                                                   \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Έλεγχος")                                                   \
    X(L, WORD_OWNER, UNREVIEWED, "Υπεύθυνος")                                                      \
    X(L, WORD_REFERENCE, UNREVIEWED, "Κωδικός")                                                    \
    X(L, WORD_VERSION, UNREVIEWED, "έκδοση {1}")                                                   \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Δημοσίευση")                                                 \
    X(L, WORD_REVIEWED, UNREVIEWED, "Τελευταία αναθεώρηση")                                        \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Επόμενη αναθεώρηση")                                       \
    X(L, WORD_SOURCES, UNREVIEWED, "Πηγές")                                                        \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Απευθύνεται σε")                                              \
    X(L, WORD_DRAFT, DOCBOOK, "Προσχέδιο")                                                         \
    X(L, WORD_PAGE, UNREVIEWED, "Σελίδα {1} από {2}")                                              \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Φυλλάδιο {1}")                                            \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "επόμενη αναθεώρηση: {1}")                                  \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Διευθύνσεις ιστού")                                      \
    X(L, WORD_LINKS, UNREVIEWED, "Σύνδεσμοι")                                                      \
    X(L, WORD_TABLE, DOCBOOK, "Πίνακας {1}. {2}")                                                  \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (συνέχεια)")                                       \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Υποσημείωση {1}")                                             \
    X(L, WORD_BACK, UNREVIEWED, "Επιστροφή στο κείμενο")                                           \
    X(L, WORD_QR, UNREVIEWED, "Κωδικός QR που ανοίγει {1}")                                        \
    X(L, WORD_QR_USE, UNREVIEWED, "Διαβάστε αυτό το φυλλάδιο στο τηλέφωνό σας")                    \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Αυτό το φυλλάδιο σε άλλες γλώσσες")                          \
    X(L, WORD_CONTENTS, SPHINX, "Περιεχόμενα")                                                     \
    X(L, WORD_COVER, UNREVIEWED, "Εξώφυλλο")                                                       \
    X(L, WORD_PAGES, UNREVIEWED, "Σελίδες")                                                        \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Εκκρεμεί")                                                   \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Έγινε")

#define WORDS_SQ(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Informacion për pacientët")                                \
    X(L, WORD_NOTE, DOCBOOK, "Shënim")                                                             \
    X(L, WORD_TIP, UNREVIEWED, "Këshillë")                                                         \
    X(L, WORD_IMPORTANT, SPHINX, "E rëndësishme")                                                  \
    X(L, WORD_WARNING, DOCBOOK, "Paralajmërim")                                                    \
    X(L, WORD_CAUTION, DOCBOOK, "Kujdes")                                                          \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Urgjencë")                                                   \
    X(L, WORD_URGENT, UNREVIEWED, "Urgjente")                                                      \
    X(L, WORD_ROUTINE, UNREVIEWED, "Jo urgjente")                                                  \
    X(L, WORD_DO, UNREVIEWED, "Bëni")                                                              \
    X(L, WORD_DONT, UNREVIEWED, "Mos bëni")                                                        \
    X(L, WORD_CONTACT, UNREVIEWED, "Na kontaktoni")                                                \
    X(L, WORD_PHONE, UNREVIEWED, "Telefon")                                                        \
    X(L, WORD_HOURS, UNREVIEWED, "Orari")                                                          \
    X(L, WORD_EMAIL, UNREVIEWED, "Email")                                                          \
    X(L, WORD_WEB, UNREVIEWED, "Faqja e internetit")                                               \
    X(L, WORD_ADDRESS, UNREVIEWED, "Adresa")                                                       \
    X(L, WORD_ABOUT, UNREVIEWED, "Rreth kësaj fletëpalosjeje")                                     \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Përgatiti")                                                 \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Kontrolloi")                                                \
    X(L, WORD_OWNER, UNREVIEWED, "Përgjegjës")                                                     \
    X(L, WORD_REFERENCE, UNREVIEWED, "Numri i referencës")                                         \
    X(L, WORD_VERSION, UNREVIEWED, "versioni {1}")                                                 \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Botuar")                                                     \
    X(L, WORD_REVIEWED, UNREVIEWED, "Rishikimi i fundit")                                          \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Rishikimi i ardhshëm")                                     \
    X(L, WORD_SOURCES, UNREVIEWED, "Burimet")                                                      \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Për")                                                         \
    X(L, WORD_DRAFT, UNREVIEWED, "Draft")                                                          \
    X(L, WORD_PAGE, UNREVIEWED, "Faqja {1} nga {2}")                                               \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Fletëpalosja {1}")                                        \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "rishikimi i ardhshëm: {1}")                                \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Adresat e internetit")                                   \
    X(L, WORD_LINKS, UNREVIEWED, "Lidhjet")                                                        \
    X(L, WORD_TABLE, DOCBOOK, "Tabela {1}. {2}")                                                   \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (vazhdim)")                                        \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Shënimi {1}")                                                 \
    X(L, WORD_BACK, UNREVIEWED, "Kthehu te teksti")                                                \
    X(L, WORD_QR, UNREVIEWED, "Kodi QR që hap {1}")                                                \
    X(L, WORD_QR_USE, UNREVIEWED, "Lexojeni këtë fletëpalosje në telefon")                         \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Kjo fletëpalosje në gjuhë të tjera")                         \
    X(L, WORD_CONTENTS, UNREVIEWED, "Përmbajtja")                                                  \
    X(L, WORD_COVER, UNREVIEWED, "Kopertina")                                                      \
    X(L, WORD_PAGES, UNREVIEWED, "Faqet")                                                          \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Për t’u bërë")                                               \
    X(L, WORD_TASK_DONE, UNREVIEWED, "U bë")

#define WORDS_TR(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Hastalar için bilgiler")                                   \
    X(L, WORD_NOTE, DOCBOOK, "Not")                                                                \
    X(L, WORD_TIP, DOCBOOK, "İpucu")                                                               \
    X(L, WORD_IMPORTANT, DOCBOOK, "Önemli")                                                        \
    X(L, WORD_WARNING, DOCBOOK, "Uyarı")                                                           \
    X(L, WORD_CAUTION, DOCBOOK, "Dikkat")                                                          \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Acil durum")                                                 \
    X(L, WORD_URGENT, UNREVIEWED, "Acil")                                                          \
    X(L, WORD_ROUTINE, UNREVIEWED, "Acil değil")                                                   \
    X(L, WORD_DO, UNREVIEWED, "Yapın")                                                             \
    X(L, WORD_DONT, UNREVIEWED, "Yapmayın")                                                        \
    X(L, WORD_CONTACT, UNREVIEWED, "Bize ulaşın")                                                  \
    X(L, WORD_PHONE, UNREVIEWED, "Telefon")                                                        \
    X(L, WORD_HOURS, UNREVIEWED, "Çalışma saatleri")                                               \
    X(L, WORD_EMAIL, UNREVIEWED, "E-posta")                                                        \
    X(L, WORD_WEB, UNREVIEWED, "Web sitesi")                                                       \
    X(L, WORD_ADDRESS, UNREVIEWED, "Adres")                                                        \
    X(L, WORD_ABOUT, UNREVIEWED, "Bu broşür hakkında")                                             \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Yazan")                                                     \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Kontrol eden")                                              \
    X(L, WORD_OWNER, UNREVIEWED, "Sorumlu")                                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "Referans")                                                   \
    X(L, WORD_VERSION, UNREVIEWED, "sürüm {1}")                                                    \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Yayın tarihi")                                               \
    X(L, WORD_REVIEWED, UNREVIEWED, "Son gözden geçirme")                                          \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Sonraki gözden geçirme")                                   \
    X(L, WORD_SOURCES, UNREVIEWED, "Kaynaklar")                                                    \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Kimler için")                                                 \
    X(L, WORD_DRAFT, DOCBOOK, "Taslak")                                                            \
    X(L, WORD_PAGE, UNREVIEWED, "Sayfa {1} / {2}")                                                 \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Broşür {1}")                                              \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "sonraki gözden geçirme: {1}")                              \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Web adresleri")                                          \
    X(L, WORD_LINKS, UNREVIEWED, "Bağlantılar")                                                    \
    X(L, WORD_TABLE, DOCBOOK, "Tablo {1}. {2}")                                                    \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (devamı)")                                         \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Dipnot {1}")                                                  \
    X(L, WORD_BACK, UNREVIEWED, "Metne dön")                                                       \
    X(L, WORD_QR, UNREVIEWED, "{1} adresini açan QR kodu")                                         \
    X(L, WORD_QR_USE, UNREVIEWED, "Bu broşürü telefonunuzda okuyun")                               \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Bu broşür başka dillerde")                                   \
    X(L, WORD_CONTENTS, DOCBOOK, "İçindekiler")                                                    \
    X(L, WORD_COVER, UNREVIEWED, "Kapak")                                                          \
    X(L, WORD_PAGES, UNREVIEWED, "Sayfalar")                                                       \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Yapılacak")                                                  \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Yapıldı")

#define WORDS_KU(X, L)                                                                             \
    X(L, WORD_INFORMATION, UNREVIEWED, "Agahî ji bo nexweşan")                                     \
    X(L, WORD_NOTE, UNREVIEWED, "Têbînî")                                                          \
    X(L, WORD_TIP, UNREVIEWED, "Şîret")                                                            \
    X(L, WORD_IMPORTANT, UNREVIEWED, "Girîng")                                                     \
    X(L, WORD_WARNING, UNREVIEWED, "Hişyarî")                                                      \
    X(L, WORD_CAUTION, UNREVIEWED, "Baldarî")                                                      \
    X(L, WORD_EMERGENCY, UNREVIEWED, "Rewşa awarte")                                               \
    X(L, WORD_URGENT, UNREVIEWED, "Lezgîn")                                                        \
    X(L, WORD_ROUTINE, UNREVIEWED, "Ne lezgîn")                                                    \
    X(L, WORD_DO, UNREVIEWED, "Bikin")                                                             \
    X(L, WORD_DONT, UNREVIEWED, "Nekin")                                                           \
    X(L, WORD_CONTACT, UNREVIEWED, "Bi me re têkilî daynin")                                       \
    X(L, WORD_PHONE, UNREVIEWED, "Telefon")                                                        \
    X(L, WORD_HOURS, UNREVIEWED, "Demên vekirî")                                                   \
    X(L, WORD_EMAIL, UNREVIEWED, "E-name")                                                         \
    X(L, WORD_WEB, UNREVIEWED, "Malper")                                                           \
    X(L, WORD_ADDRESS, UNREVIEWED, "Navnîşan")                                                     \
    X(L, WORD_ABOUT, UNREVIEWED, "Der barê vê belavokê de")                                        \
    X(L, WORD_WRITTEN_BY, UNREVIEWED, "Nivîskar")                                                  \
    X(L, WORD_CHECKED_BY, UNREVIEWED, "Kontrol")                                                   \
    X(L, WORD_OWNER, UNREVIEWED, "Berpirs")                                                        \
    X(L, WORD_REFERENCE, UNREVIEWED, "Hejmara referansê")                                          \
    X(L, WORD_VERSION, UNREVIEWED, "guhertoya {1}")                                                \
    X(L, WORD_PUBLISHED, UNREVIEWED, "Weşandin")                                                   \
    X(L, WORD_REVIEWED, UNREVIEWED, "Çavdêriya dawî")                                              \
    X(L, WORD_NEXT_REVIEW, UNREVIEWED, "Çavdêriya bê")                                             \
    X(L, WORD_SOURCES, UNREVIEWED, "Çavkanî")                                                      \
    X(L, WORD_AUDIENCE, UNREVIEWED, "Ji bo")                                                       \
    X(L, WORD_DRAFT, UNREVIEWED, "Reşnivîs")                                                       \
    X(L, WORD_PAGE, UNREVIEWED, "Rûpel {1} / {2}")                                                 \
    X(L, WORD_FOOT_LEAFLET, UNREVIEWED, "Belavok {1}")                                             \
    X(L, WORD_FOOT_REVIEW, UNREVIEWED, "çavdêriya bê: {1}")                                        \
    X(L, WORD_WEB_ADDRESSES, UNREVIEWED, "Navnîşanên webê")                                        \
    X(L, WORD_LINKS, UNREVIEWED, "Girêdan")                                                        \
    X(L, WORD_TABLE, UNREVIEWED, "Tablo {1}. {2}")                                                 \
    X(L, WORD_TABLE_CONTINUED, UNREVIEWED, "{1} (dewam)")                                          \
    X(L, WORD_FOOTNOTE, UNREVIEWED, "Jêrenot {1}")                                                 \
    X(L, WORD_BACK, UNREVIEWED, "Vegere nivîsê")                                                   \
    X(L, WORD_QR, UNREVIEWED, "Koda QR ya ku {1} vedike")                                          \
    X(L, WORD_QR_USE, UNREVIEWED, "Vê belavokê li ser telefona xwe bixwînin")                      \
    X(L, WORD_LANGUAGES, UNREVIEWED, "Ev belavok bi zimanên din")                                  \
    X(L, WORD_CONTENTS, UNREVIEWED, "Naverok")                                                     \
    X(L, WORD_COVER, UNREVIEWED, "Berg")                                                           \
    X(L, WORD_PAGES, UNREVIEWED, "Rûpel")                                                          \
    X(L, WORD_TASK_OPEN, UNREVIEWED, "Tê kirin")                                                   \
    X(L, WORD_TASK_DONE, UNREVIEWED, "Qediya")

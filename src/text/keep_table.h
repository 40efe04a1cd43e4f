/* What stays together with a number or a name, by language. Words in lower case, a space around
 * each. Only text/keep.c includes it.
 *
 * numbered: what a number follows ("ward 12"), also a letter ("vitamin D").
 * titles: what a name follows.
 * ranges: what joins two numbers ("10 to 15").
 * little: words that follow a number without being what is counted ("between 2 and …"). A language
 * without them keeps a number firmly with known units only, and lightly with any other word. */
#pragma once

#include <stdbool.h>

struct keep_rules {
    const char *tag;
    const char *numbered, *titles, *ranges, *little;
    bool short_words;   /* a word of one or two letters does not end a line */
    bool capital_nouns; /* what is counted may begin with a capital letter */
    bool one_case;      /* names have no capital letters */
};

/* Of every language: what follows a number. Letters of any case. A space before a unit is a little
 * narrower than others. */
static const char keep_units[] =
    " mg g kg µg μg mcg ng ml l cl dl µl μl mmol mol µmol μmol m cm mm km kcal kj cal w kw v hz "
    "s sec min mins h hr hrs iu ie ui meq gy msv bpm mmhg kpa °c °f ° % ‰ pt lb lbs oz st ft € £ "
    "$ zł kč ₴ ₽ мг г кг мкг мл л мм см м км ккал °с مجم ملغ ملغم غم كغ كجم مل سم "
    "ملیگرام میلیگرام میلی‌گرم میلیگرم گرم گرام ګرامه "
    "ملیلیٹر میلی‌لیتر میلیلیتر سی‌سی کیلوگرم "
    "מ\"ג מ״ג מק\"ג מק״ג ק\"ג ק״ג מ\"ל מ״ל סמ\"ק סמ״ק גרם ליטר מיליגרם מיליליטר "
    "मि.ग्रा मिग्रा मिलीग्राम मिलिग्राम ग्राम कि.ग्रा किग्रा मि.ली मिली मिलीलीटर मिलि मिलिलिटर "
    "माइक्रोग्राम "
    "মি.গ্রা মিগ্রা মিলিগ্রাম গ্রাম কেজি মি.লি মিলি মিলিলিটার মাইক্রোগ্রাম "
    "મિ.ગ્રા મિગ્રા મિલિગ્રામ ગ્રામ કિગ્રા મિ.લી મિલી મિ.લિ મિલિલિટર માઇક્રોગ્રામ "
    "ਮਿ.ਗ੍ਰਾ ਮਿਗ੍ਰਾ ਮਿਲੀਗ੍ਰਾਮ ਗ੍ਰਾਮ ਮਿ.ਲੀ ਮਿਲੀ ਮਿਲੀਲੀਟਰ ਮਾਈਕ੍ਰੋਗ੍ਰਾਮ "
    "மி.கி மிகி மில்லிகிராம் கிராம் கிலோ மி.லி மிலி மில்லிலிட்டர் "
    "ሚ.ግ ሚግ ሚሊግራም ግራም ኪ.ግ ሚ.ሊ ሚሊ ሚሊሊትር მგ გ კგ მლ մգ գ կգ մլ ";
/* Words of two: "میلی گرم". */
#define KEEP_THOUSANDTHS " میلی ملی ملي م مایکرو مائیکرو میکرو "
#define KEEP_TIMES       " am pm a.m p.m noon midnight o'clock o’clock uhr godz "
/* Languages that do not part a number and its unit: what a writer put there stays as it is. */
#define KEEP_GAPS_WHOLE "zh", "ja"
/* What stands before a number and belongs to it. */
#define KEEP_SIGNS " < > ≤ ≥ ± + − = × x € £ $ § № # "

static const struct keep_rules keep_rules[] = {
    {
        .tag = "en",
        .numbered = " ward room page pages p pp no nos number figure fig table step steps day days "
                    "week weeks month year chapter section part level floor bed bay box stage type "
                    "grade phase option question appendix note footnote gate building block zone "
                    "unit group tel ext extension nhs dial version age aged vitamin hepatitis band "
                    "point tier class size category line bus rule ",
        .titles = " dr mr mrs ms mx miss prof professor doctor nurse sister matron sir st ",
        .ranges = " to or of in by x × ",
        .little = " a an and are as at be because before but by can did do does each every for "
                  "from had has have he if in into is it may must nor not of on or per she should "
                  "so than that the then there they this to until was we were when where which "
                  "while who will with you your after about once twice ",
    },
    {
        .tag = "fr",
        .numbered = " chambre salle page pages p n° no numéro figure fig tableau étape jour "
                    "semaine mois chapitre section partie niveau étage lit type grade stade phase "
                    "option question annexe note bâtiment service unité poste groupe vitamine "
                    "hépatite article tél ",
        .titles = " dr m mm mme mmes mlle pr prof docteur docteure professeur professeure saint "
                  "sainte st ste ",
        .ranges = " à ou sur x × ",
        .little = " a à après au aux avant avec car ce ces cette dans de des du elle elles en est "
                  "et il ils je la le les leur leurs mais ne ni nous on ont ou où par pas pour "
                  "puis quand que qui sans se si son sa ses sont sous sur un une vers vous y ",
    },
    {
        .tag = "es",
        .numbered = " habitación sala página páginas pág p n.º n° núm número figura fig tabla "
                    "paso día semana mes capítulo sección parte nivel planta piso cama tipo grado "
                    "fase estadio opción pregunta anexo nota edificio unidad grupo vitamina "
                    "hepatitis artículo tel ext ",
        .titles = " dr dra sr sra srta d dña don doña prof profa doctor doctora san santa ",
        .ranges = " a o u de x × ",
        .little = " a al antes aunque como con cuando de del desde después e el ella ellos en "
                  "entre era es esta está fue ha han hasta la las le les lo los más mientras ni no "
                  "o para pero por que se según ser si sin sobre son su sus también u un una y ya ",
    },
    {
        .tag = "de",
        .numbered = " zimmer raum station seite seiten s nr nummer abbildung abb tabelle tab "
                    "schritt tag woche monat kapitel abschnitt teil stufe ebene etage stock bett "
                    "typ grad phase stadium option frage anhang hinweis haus gebäude gruppe "
                    "vitamin hepatitis tel punkt version ",
        .titles = " dr prof hr fr herr herrn frau med st sankt schwester pfleger doktor ",
        .ranges = " bis oder von mal x × ",
        .little = " ab aber als am an auch auf aus bei bis da das dass dem den denn der des die "
                  "durch ein eine einem einen einer es für gegen hat haben ihr ihre im in ins ist "
                  "kann können mit muss müssen nach nicht noch nur ob oder ohne pro seit sein sich "
                  "sie sind so sollte über um und unter vom von vor war waren was wenn wer werden "
                  "wie wird wir zu zum zur zwischen ",
        .capital_nouns = true,
    },
    {
        .tag = "pl",
        .numbered = " pokój sala oddział strona strony str s nr numer rysunek rys tabela krok "
                    "dzień tydzień miesiąc rozdział część poziom piętro łóżko typ stopień faza "
                    "opcja pytanie załącznik uwaga budynek grupa witamina tel godz ",
        .titles = " dr prof pan pani lek mgr inż hab św ",
        .ranges = " do lub albo na z x × ",
        .little = " a aby albo ale bez być czy dla do gdy gdzie i ich ile jak jest jeśli już lub "
                  "ma na nad nie niż o od oraz po pod przed przez przy są się tak to u w we z za "
                  "ze że ",
        .short_words = true,
    },
    {
        .tag = "cs",
        .numbered = " pokoj oddělení strana strany str s č číslo obrázek obr tabulka tab krok den "
                    "týden měsíc kapitola část úroveň patro lůžko typ stupeň fáze otázka příloha "
                    "budova skupina vitamin tel ",
        .titles = " dr mudr mgr ing prof doc bc pan paní sv ",
        .ranges = " až do nebo z x × ",
        .little = " a aby ale ani až bez bude budou by byl být co či do i jako je jen jsou k ke "
                  "kdy když na nad nebo o od po pod pro před při s se si tak to u v ve z za ze že ",
        .short_words = true,
    },
    {
        .tag = "sk",
        .numbered = " izba oddelenie strana strany str s č číslo obrázok obr tabuľka krok deň "
                    "týždeň mesiac kapitola časť úroveň poschodie typ stupeň fáza otázka príloha "
                    "budova skupina vitamín tel ",
        .titles = " dr mudr mgr ing prof doc bc pán pani sv ",
        .ranges = " až do alebo z x × ",
        .little = " a aby ale alebo ani ako až bez bude budú by byť čo či do i je k keď ku len na "
                  "nad nie o od po pod pre pred pri s sa si so sú tak to u v vo z za zo že ",
        .short_words = true,
    },
    {
        .tag = "ru",
        .numbered = " палата кабинет страница стр с номер рисунок рис таблица табл шаг день неделя "
                    "месяц глава раздел часть уровень этаж тип степень стадия фаза вопрос "
                    "приложение корпус группа витамин тел ",
        .titles = " д-р доктор проф профессор г-н г-жа ",
        .ranges = " до или из x х × ",
        .little = " а без бы в во для до если же за и из или к как когда ко ли на над не ни но о "
                  "об от перед по под при с со так то у что это ",
        .short_words = true,
    },
    {
        .tag = "uk",
        .numbered = " палата кабінет сторінка с номер рисунок рис таблиця табл крок день тиждень "
                    "місяць розділ частина рівень поверх тип ступінь стадія фаза питання додаток "
                    "корпус група вітамін тел ",
        .titles = " д-р лікар проф професор пан пані ",
        .ranges = " до або з x х × ",
        .little = " а або без би в від де для до є за з зі і із й коли на над не ні о об під по "
                  "при про та так то у що щоб як якщо ",
        .short_words = true,
    },
    {
        .tag = "cy",
        .numbered = " ward ystafell tudalen tud rhif ffigur tabl cam diwrnod wythnos pennod adran "
                    "rhan lefel llawr gwely math gradd cyfnod opsiwn cwestiwn atodiad grŵp fitamin "
                    "hepatitis ffôn estyniad gig ",
        .titles = " dr mr mrs ms mx miss prof yr athro ",
        .ranges = " i neu o x × ",
        .little = " a ac am ar at bod cyn er fel gan gyda heb i mewn mae na nad neu o oedd os pan "
                  "rhwng sydd wedi wrth y yn yr ",
    },
    {
        .tag = "ar",
        .numbered =
            " غرفة جناح صفحة رقم جدول شكل خطوة يوم أسبوع شهر قسم جزء مستوى طابق سرير نوع "
            "درجة مرحلة فيتامين الغرفة الجناح الصفحة الجدول الشكل الخطوة اليوم القسم الطابق "
            "النوع ",
        .titles = " د الدكتور الدكتورة دكتور دكتورة السيد السيدة ",
        .ranges = " إلى أو من × ",
        .little = " أن أو إذا إلى بعد ثم حتى على عن في قبل كل لا ما مع من هو هي و ",
        .one_case = true,
    },
};

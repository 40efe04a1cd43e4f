/* English words and phrases that have a better one. Only check/english_words.c includes it.
 *
 * Sources of the plainer words: the A to Z of the NHS service manual, AHRQ's PEMAT (tip sheet 4)
 * and plainlanguage.gov's list of simple words and page on hidden verbs; "utilise", "efficacy" and
 * "administer" by hospitals' own lists. Left out of theirs: "risk" (headings of a balanced
 * leaflet have it). Words that mean something else elsewhere stand with the words that tell. */
#pragma once

#include "check/wording/phrases.h"

#define PLAIN(forms, better) {DIAG_CODE_WORD_PLAINER, PHRASE_ANYWHERE, forms, better, ""}
#define PLAIN_BUT(forms, better, except)                                                           \
    {DIAG_CODE_WORD_PLAINER, PHRASE_ANYWHERE, forms, better, except}
#define PERSON(forms, better, except)                                                              \
    {DIAG_CODE_PERSON_FIRST, PHRASE_ANYWHERE, forms, better, except}
#define PERSON_NOUN(forms, better, except)                                                         \
    {DIAG_CODE_PERSON_FIRST, PHRASE_AS_NOUN, forms, better, except}
#define LATIN(forms, better)     {DIAG_CODE_LATIN_WORD, PHRASE_ANYWHERE, forms, better, ""}
#define NEGATIVE(forms, better)  {DIAG_CODE_DOUBLE_NEGATIVE, PHRASE_AFTER_NEGATOR, forms, better, ""}
#define TWICE_NOT(forms, better) {DIAG_CODE_DOUBLE_NEGATIVE, PHRASE_ANYWHERE, forms, better, ""}

/* "carry out a review", where one word says what is done: four verbs in four forms each. */
#define VERBS_BEFORE(noun)                                                                         \
    "carry out " noun "|carries out " noun "|carried out " noun "|carrying out " noun              \
    "|perform " noun "|performs " noun "|performed " noun "|performing " noun "|undertake " noun   \
    "|undertakes " noun "|undertaken " noun "|undertaking " noun "|conduct " noun                  \
    "|conducts " noun "|conducted " noun "|conducting " noun
#define FOUR_TIMES(forms) forms "|" forms "|" forms "|" forms

static const struct phrase_row english_phrases[] = {
    /* NHS */
    PLAIN("absorb|absorbs|absorbed|absorbing", "take in|takes in|taken in|taking in"),
    PLAIN("abdomen|abdomens", "tummy|tummies"),
    PLAIN_BUT("acute", "sudden, or short-term", "medical trust hospital kidney"),
    PLAIN_BUT("alternative", "other", "an the called is"),
    PLAIN("anus|rectum", "bottom"),
    PLAIN("apply the|apply a|apply it|apply this|apply cream|apply ointment|apply gel|apply lotion",
          "put on, or rub in"),
    PLAIN("bowel movement|bowel movements|faeces|feces|stools|your stool|stool sample", "poo"),
    PLAIN("cardiologist|cardiologists", "heart specialist|heart specialists"),
    PLAIN("chemist|chemists", "pharmacy"),
    PLAIN_BUT("chronic", "long-term", "fatigue kidney obstructive"),
    PLAIN("clinician|clinicians", "doctor or nurse|doctors or nurses"),
    PLAIN("deceased|passed away|pass away|passes away", "dead, or died|died|die|dies"),
    PLAIN("the disease|this disease|your disease|these diseases|the disorder|this disorder|your "
          "disorder|these disorders",
          "condition"),
    PLAIN("drowsy", "sleepy"),
    PLAIN_BUT("drugs", "medicines", "illegal recreational street alcohol or and party hard"),
    PLAIN("equivalent", "equal, or the same"),
    PLAIN("exceed|exceeds|exceeded|exceeding", "be more than|is more than|was more than|more than"),
    PLAIN("excessive", "too much"),
    PLAIN_BUT("fever|fevers", "high temperature|high temperatures",
              "hay yellow scarlet glandular dengue rheumatic spotted valley haemorrhagic lassa "
              "typhoid"),
    PLAIN("flatulence", "farting, or wind"),
    PLAIN("gullet", "food pipe"),
    PLAIN("haemorrhage|haemorrhages|hemorrhage|hemorrhages",
          "very heavy bleed|very heavy bleeds|very heavy bleed|very heavy bleeds"),
    PLAIN("hospital setting|hospital settings", "hospital|hospitals"),
    PLAIN("immunisation|immunisations|immunization|immunizations",
          "vaccination|vaccinations|vaccination|vaccinations"),
    PLAIN("incurable", "cannot be cured"),
    PLAIN("influenza", "flu"),
    PLAIN("interacts with other medicines|interact with other medicines|interact with your "
          "medicine|interact with your medicines",
          "does not mix with"),
    PLAIN("licensed for", "can be used for"),
    PLAIN("medical record|medical records", "health record|health records"),
    PLAIN("medication|medications", "medicine|medicines"),
    PLAIN("nausea", "feeling sick"),
    PLAIN_BUT("normally", "usually", "eat eating drink breathe breathing walk move"),
    PLAIN("occur|occurs|occurred|occurring", "happen|happens|happened|happening"),
    PLAIN("oral dose|oral doses|orally", "dose by mouth|doses by mouth|by mouth"),
    PLAIN("oral contraceptive|oral contraceptives", "contraceptive pill|contraceptive pills"),
    PLAIN("over the counter", "that you buy"),
    PLAIN("persist|persists|persisted|persisting", "carry on|carries on|carried on|carrying on"),
    PLAIN("gp practice|doctor's practice", "GP surgery"),
    PLAIN("prognosis", "outlook"),
    PLAIN("reduce pain|reduce the pain|reduce your pain|reduces pain|reducing pain",
          "ease the pain"),
    PLAIN("renal", "kidney"),
    PLAIN("seek|seeks|seeking|sought",
          "ask for, or get|asks for, or gets|asking for, or getting|asked for, or got"),
    PLAIN("service user|service users", "patient, or person|patients, or people"),
    PLAIN_BUT("telephone|telephones|telephoned|telephoning", "phone|phones|phoned|phoning",
              "text helpline line"),
    PLAIN("trimester|trimesters", "weeks, or months|weeks, or months"),
    PLAIN("urinate|urinates|urinated|urinating", "pee|pees|peed|peeing"),
    PLAIN("uterus", "womb"),
    PLAIN("vial|vials", "plastic tube|plastic tubes"),
    PLAIN("vomiting", "being sick"),
    /* AHRQ */
    PLAIN("analgesic|analgesics", "painkiller|painkillers"),
    PLAIN("beneficial", "helpful"),
    PLAIN("exacerbate|exacerbates|exacerbated|exacerbating",
          "make worse|makes worse|made worse|making worse"),
    PLAIN("facilitate|facilitates|facilitated|facilitating",
          "help, or make easier|helps, or makes easier|helped, or made easier|helping, or making "
          "easier"),
    PLAIN("inflammation", "swelling"),
    PLAIN("perforation|perforations", "hole|holes"),
    PLAIN("physician|physicians", "doctor|doctors"),
    PLAIN("recur|recurs|recurred|recurring", "come back|comes back|came back|coming back"),
    PLAIN("sufficient|sufficiently", "enough"),
    /* plainlanguage.gov */
    PLAIN("additional", "more, or extra"),
    PLAIN("approximate|approximately", "about"),
    PLAIN("assist|assists|assisted|assisting|assistance", "help|helps|helped|helping|help"),
    PLAIN("at the present time|at this point in time", "now"),
    PLAIN_BUT("attempt|attempts|attempted|attempting", "try|tries|tried|trying",
              "suicide suicides"),
    PLAIN("commence|commences|commenced|commencing", "start|starts|started|starting"),
    PLAIN("consequently", "so"),
    PLAIN("discontinue|discontinues|discontinued|discontinuing", "stop|stops|stopped|stopping"),
    PLAIN("ensure|ensures|ensured|ensuring", "make sure|makes sure|made sure|making sure"),
    PLAIN("in order to|in order that", "to"),
    PLAIN("in the event of|in the event that", "if"),
    PLAIN("initiate|initiates|initiated|initiating", "start|starts|started|starting"),
    PLAIN("modify|modifies|modified|modifying", "change|changes|changed|changing"),
    PLAIN_BUT("monitor|monitors|monitored|monitoring", "check|checks|checked|checking",
              "a the heart holter ecg baby pressure glucose screen computer your new"),
    PLAIN("notify|notifies|notified|notifying", "tell|tells|told|telling"),
    PLAIN("numerous", "many"),
    PLAIN("prior to", "before"),
    PLAIN("purchase|purchases|purchased|purchasing", "buy|buys|bought|buying"),
    PLAIN("regarding", "about"),
    PLAIN("require|requires|required|requiring|requirement|requirements",
          "need|needs|needed|needing|need|needs"),
    PLAIN("subsequently", "later"),
    PLAIN("terminate|terminates|terminated|terminating", "end|ends|ended|ending"),
    PLAIN("utilise|utilises|utilised|utilising|utilize|utilizes|utilized|utilizing|utilisation|"
          "utilization",
          "use|uses|used|using|use|uses|used|using|use|use"),
    /* plainlanguage.gov, hidden verbs */
    PLAIN(VERBS_BEFORE("an assessment"), FOUR_TIMES("assess|assesses|assessed|assessing")),
    PLAIN(VERBS_BEFORE("an examination"), FOUR_TIMES("examine|examines|examined|examining")),
    PLAIN(VERBS_BEFORE("a review"), FOUR_TIMES("review|reviews|reviewed|reviewing")),
    PLAIN(VERBS_BEFORE("an investigation"),
          FOUR_TIMES("look into|looks into|looked into|looking into")),
    PLAIN_BUT("the administration of|administration of", "giving",
              "local regional central business hospital"),
    PLAIN("the discontinuation of|discontinuation of", "stopping"),
    PLAIN("the insertion of|insertion of", "putting in"),
    PLAIN("the commencement of|commencement of|the initiation of|initiation of", "starting"),
    PLAIN("the cessation of|cessation of", "stopping"),
    PLAIN("make an application for|made an application for|makes an application for|making an "
          "application for",
          "apply for|applied for|applies for|applying for"),
    PLAIN("give consideration to|gives consideration to|given consideration to|giving "
          "consideration to",
          "think about|thinks about|thought about|thinking about"),
    /* hospitals' own */
    PLAIN("efficacy|efficacious", "how well it works|working well"),
    PLAIN("administer|administers|administered|administering", "give|gives|given, or gave|giving"),

    PERSON("suffering from|suffers from|suffer from|suffered from",
           "living with|lives with, or has|live with, or have|lived with, or had", ""),
    PERSON("diabetics", "people with diabetes", ""),
    PERSON_NOUN("a diabetic", "a person with diabetes", ""),
    PERSON("epileptics", "people with epilepsy", ""),
    PERSON_NOUN("an epileptic", "a person with epilepsy", ""),
    PERSON("asthmatics", "people with asthma", ""),
    PERSON_NOUN("an asthmatic", "a person with asthma", ""),
    PERSON("schizophrenics", "people with schizophrenia", ""),
    PERSON("haemophiliacs|hemophiliacs", "people with haemophilia", ""),
    PERSON("alcoholics|addicts|drug addicts|drug addict", "people who have an addiction",
           "anonymous"),
    PERSON("the disabled|the handicapped", "disabled people",
           "toilet toilets parking bay bays access badge ramp person people child children man men "
           "woman women facilities entrance lift student students users passengers"),
    PERSON("the elderly", "older people",
           "man men woman women person people patient patients care ward unit team relative "
           "relatives parent parents friend adult adults mother father lady gentleman population"),
    PERSON("the mentally ill", "people with a mental health problem", "person people patient"),
    PERSON("the deaf|the blind", "people who are deaf, or blind",
           "man men woman women person people community child children boy girl spot spots side "
           "end alley cord"),
    PERSON("wheelchair bound|wheelchair-bound|confined to a wheelchair|bound to a wheelchair",
           "use a wheelchair", ""),
    PERSON("afflicted with|afflicted by|stricken with|stroke victim|stroke victims|cancer "
           "victim|cancer victims|victim of a stroke|victims of cancer",
           "have, or people with", ""),
    PERSON("cancer sufferer|cancer sufferers|asthma sufferer|asthma sufferers|migraine "
           "sufferers|arthritis sufferers|sufferer|sufferers",
           "people with", ""),
    PERSON("committed suicide|commit suicide|commits suicide", "died by suicide", ""),

    LATIN("e.g|eg", "for example"),
    LATIN("i.e|ie", "that is"),
    LATIN("etc|et cetera", "and so on"),
    LATIN("o.d", "once a day"),
    LATIN("b.d|bd|b.i.d", "twice a day"),
    LATIN("t.d.s|tds|t.i.d|tid", "3 times a day"),
    LATIN("q.d.s|qds|q.i.d|qid", "4 times a day"),
    LATIN("p.r.n|prn", "when you need it"),
    LATIN("nocte", "at night"),

    NEGATIVE("uncommon|infrequent|infrequently", "common, or often"),
    NEGATIVE("unusual", "usual, or common"),
    NEGATIVE("unlike", "like"),
    NEGATIVE("unlikely", "likely"),
    NEGATIVE("impossible", "possible"),
    NEGATIVE("insignificant", "important"),
    NEGATIVE("unreasonable", "reasonable"),
    NEGATIVE("unknown|unheard", "known"),
    NEGATIVE("without", "with"),
    NEGATIVE("unpleasant", "pleasant"),
    TWICE_NOT("no reason not to", "you can"),
    TWICE_NOT("not fail to|never fail to|not forget not to", "always"),
};

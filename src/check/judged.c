#include "check/judged.h"

static const struct judged rows[] = {
    {RULE_STRUCTURE, "Does each heading say what stands below it?",
     "WCAG 2.2, 2.4.6; https://w3.org/WAI/WCAG22/Understanding/headings-and-labels"},
    {RULE_STRUCTURE, "Do the words for each picture say what somebody who cannot see it needs?",
     "WCAG 2.2, 1.1.1; https://w3.org/WAI/WCAG22/Understanding/non-text-content"},
    {RULE_STRUCTURE, "Is nothing said by colour, place or shape alone?",
     "WCAG 2.2, 1.3.3 and 1.4.1; https://w3.org/WAI/WCAG22/Understanding/use-of-color"},
    {RULE_IDENTITY, "Has a clinician checked every fact, dose and number?",
     "NHS standard for creating health content; "
     "https://service-manual.nhs.uk/content/standard-for-creating-health-content"},
    {RULE_IDENTITY, "Are the sources the best there are, and still what they say?",
     "DISCERN, 4 and 5; http://www.discern.org.uk/quick_reference_guide.php"},
    {RULE_IDENTITY, "Does somebody answer the telephone numbers that are printed?", "leafset"},
    {RULE_ENGLISH, "Have patients read it, and was it changed by what they said?",
     "PIF TICK; https://pifonline.org.uk/pif-tick/about/"},
    {RULE_ENGLISH, "Is the tone kind, calm, and free of blame?",
     "NHS service manual, Voice and tone; https://service-manual.nhs.uk/content/voice-and-tone"},
    {RULE_ENGLISH, "Is each hard word explained where it first stands?",
     "NHS service manual, How we write; https://service-manual.nhs.uk/content/how-we-write"},
    {RULE_ENGLISH, "Does each step say one thing to do, in the order in which it is done?",
     "PEMAT, 20 to 22; "
     "http://www.ahrq.gov/professionals/prevention-chronic-care/improve/self-mgmt/pemat/"
     "pemat9.html"},
    {RULE_DOSES, "Would somebody who reads only the numbers take the right dose?", "leafset"},
    {RULE_BALANCE, "Is it fair to all choices, and open about what is not known?",
     "DISCERN, 6 and 8; http://www.discern.org.uk/quick_reference_guide.php"},
    {RULE_BALANCE, "Does it say how each choice may change daily life?",
     "DISCERN, 13; http://www.discern.org.uk/quick_reference_guide.php"},
    {RULE_PRINT, "Does the printed page read well at arm's length, in black and white too?",
     "leafset"},
    {RULE_PRINT, "Does the leaflet work when it is listened to?",
     "WCAG 2.2, 1.3.2; https://w3.org/WAI/WCAG22/Understanding/meaningful-sequence"},
};

const struct judged_array check_judged = {rows, sizeof rows / sizeof *rows};

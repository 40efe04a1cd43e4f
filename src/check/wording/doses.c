#include "check/wording/doses.h"

#include "check/wording/doses_rules.h"

#define BNF "BNF, prescription writing; http://www.ppa.org.uk/ppa/prescript_form.htm"
#define ISMP                                                                                       \
    "ISMP list of error-prone dose designations; "                                                 \
    "https://www.empr.com/charts/error-prone-dose-designations/"
#define NUMBERS                                                                                    \
    "NHS service manual, numbers; "                                                                \
    "https://service-manual.nhs.uk/content/numbers-measurements-dates-time"
#define INSULIN                                                                                    \
    "Insulin safety guidance; "                                                                    \
    "https://www.associationforprescribers.org.uk/insulin-safety-guidance-issued/"

static const struct rule rows[] = {
    {.code = DIAG_CODE_DOSE_TRAILING_ZERO,
     .family = RULE_DOSES,
     .traits = RULE_EDITOR,
     .asks = "no dose has a zero behind the point that means nothing",
     .why = "Where the point is not seen, 1.0 mg becomes 10 mg.",
     .source = ISMP,
     .bad = "Take 1.0 mg at night.",
     .good = "Take 1 mg at night. This is version 1.0 of the leaflet.",
     .run = check_doses},
    {.code = DIAG_CODE_DOSE_NAKED_POINT,
     .family = RULE_DOSES,
     .traits = RULE_EDITOR,
     .asks = "a dose of less than one has a zero before the point",
     .why = "Where the point is not seen, .5 mg becomes 5 mg.",
     .source = BNF,
     .bad = "Take .5 mg at night.",
     .good = "Take 0.5 mg at night."},
    {.code = DIAG_CODE_DOSE_COMMA,
     .family = RULE_DOSES,
     .traits = RULE_EDITOR | RULE_IN_ENGLISH,
     .asks = "a dose has a decimal point, and commas only before three digits",
     .why = "In English a comma parts thousands: 2,5 mg is taken for 25 mg.",
     .source = NUMBERS,
     .bad = "Take 2,5 mg at night.",
     .good = "Take 2.5 mg at night. Inject 1,000 units."},
    {.code = DIAG_CODE_DOSE_MICROGRAM,
     .family = RULE_DOSES,
     .traits = RULE_EDITOR | RULE_IN_ENGLISH,
     .asks = "micrograms are written out, or explained once",
     .why = "µg and mcg are taken for mg.",
     .source = BNF,
     .bad = "Take 50 mcg at night.",
     .good = "Take 50 micrograms at night."},
    {.code = DIAG_CODE_DOSE_UNITS,
     .family = RULE_DOSES,
     .traits = RULE_EDITOR | RULE_IN_ENGLISH,
     .asks = "units are written out",
     .why = "U is taken for a zero, and IU for 10.",
     .source = INSULIN,
     .bad = "Inject 10 U before breakfast.",
     .good = "Inject 10 units before breakfast."},
    {.code = DIAG_CODE_DOSE_NUMBERS,
     .family = RULE_DOSES,
     .traits = RULE_EDITOR | RULE_IN_ENGLISH,
     .asks = "no two numbers stand side by side before a unit",
     .source = NUMBERS,
     .bad = "Take 2 500 mg tablets.",
     .good = "Take two 500 mg tablets."},
    {.code = DIAG_CODE_DOSE_SPACE,
     .family = RULE_DOSES,
     .traits = RULE_EDITOR,
     .asks = "a leaflet writes all its units with a space, or all without",
     .why =
         "The NHS writes 250mg, ISMP and the BNF write 250 mg. unit-space: 1 in the settings asks "
         "for no space, 2 for a space, 0 for either.",
     .source = NUMBERS "; " ISMP,
     .bad = "Take 250 mg in the morning. Take 500 mg at noon. Take 250mg at night.",
     .good = "Take 250 mg in the morning. Take 500 mg at noon.",
     .limit = {"unit-space", 0, "(0: alike, 1: none, 2: a space)"}},
};

const struct rule_array check_doses_rows = {rows, sizeof rows / sizeof *rows};

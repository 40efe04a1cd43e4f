/* Quotes and the comma between the parts of a row, after CLDR 48 (delimiters, list patterns). Only
 * text/words.c includes it.
 *
 * Against CLDR: Arabic takes guillemets, which the bidirectional algorithm mirrors; Spanish keeps
 * the guillemets of its academy, French has other marks inside, and Dutch other than around. */
#pragma once

#include "text/languages_table.h"

struct marks {
    const char *open, *close, *open_single, *close_single;
    const char *comma; /* with the space behind it */
};

static const struct marks marks[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_FR] = {"«\u00a0", "\u00a0»", "“", "”", ", "},
    [LANGUAGE_ES] = {"«", "»", "“", "”", ", "},
    [LANGUAGE_DE] = {"„", "“", "‚", "‘", ", "},
    [LANGUAGE_IT] = {"«", "»", "“", "”", ", "},
    [LANGUAGE_PT] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_NL] = {"‘", "’", "“", "”", ", "},
    [LANGUAGE_RO] = {"„", "”", "«", "»", ", "},
    [LANGUAGE_GA] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_CY] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_PL] = {"„", "”", "«", "»", ", "},
    [LANGUAGE_UK] = {"«", "»", "„", "“", ", "},
    [LANGUAGE_RU] = {"«", "»", "„", "“", ", "},
    [LANGUAGE_BG] = {"„", "“", "„", "“", ", "},
    [LANGUAGE_LT] = {"„", "“", "„", "“", ", "},
    [LANGUAGE_HU] = {"„", "”", "»", "«", ", "},
    [LANGUAGE_EL] = {"«", "»", "“", "”", ", "},
    [LANGUAGE_SQ] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_TR] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_KU] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_AR] = {"«", "»", "‹", "›", "، "},
    [LANGUAGE_HE] = {"”", "”", "’", "’", ", "},
    [LANGUAGE_FA] = {"«", "»", "‹", "›", "، "},
    [LANGUAGE_PS] = {"“", "”", "‘", "’", "، "},
    [LANGUAGE_UR] = {"”", "“", "’", "‘", "، "},
    [LANGUAGE_PA_ARAB] = {"“", "”", "‘", "’", "، "},
    [LANGUAGE_CKB] = {"“", "”", "‘", "’", "، "},
    [LANGUAGE_HI] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_NE] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_BN] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_PA] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_GU] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_TA] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_ZH] = {"“", "”", "‘", "’", "、"},
    [LANGUAGE_ZH_HANT] = {"「", "」", "『", "』", "、"},
    [LANGUAGE_JA] = {"「", "」", "『", "』", "、"},
    [LANGUAGE_KO] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_VI] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_TH] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_MY] = {"“", "”", "‘", "’", "၊ "},
    [LANGUAGE_KM] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_SO] = {"“", "”", "‘", "’", ", "},
    [LANGUAGE_AM] = {"«", "»", "‹", "›", "፣ "},
    [LANGUAGE_TI] = {"«", "»", "“", "”", "፣ "},
};

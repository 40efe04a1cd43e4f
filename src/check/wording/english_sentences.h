/* Rules about sentences and paragraphs of English. Only check/english.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* sentence-long: a sentence has at most so many words, with the place at which it could be parted.
 * passive-voice: a form of "be" and a past participle; not told of a sentence that is too long
 * already. */
check_rule check_english_sentences;
/* paragraph-long: a paragraph has at most so many sentences. */
check_rule check_english_paragraphs;

/* The passive voice of English. Only check/english_sentences.c includes it. */
#pragma once

#include "check/rule/found.h"

/* Finds the first passive of a sentence: a form of "be" and, behind adverbs, a past participle that
 * is no adjective of a state ("is worried") and no fixed phrase ("was born"). found: from the one
 * to the other. Linear in the sentence. */
bool english_passive(const struct prose *prose, const struct prose_sentence *sentence,
                     struct found *found);

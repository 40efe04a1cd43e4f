/* The syllables of an English word. Only prose/syllables.c includes it. */
#pragma once

#include <stddef.h>

#include "base/slice.h"

/* By groups of vowels, mute endings, vowels that part, and a table of exceptions. Parts that a
 * hyphen joins are counted each; capitals without a vowel, and up to three of them, are spelled. */
size_t english_syllables(struct slice word);

/* English words whose syllables the rules miss. Only prose/english_syllables.c includes it. */
#pragma once

#include <stddef.h>

/* The syllables of a word in lower case (ASCII letters and apostrophes), or 0: not listed. */
int english_exception(const char *word, size_t len);

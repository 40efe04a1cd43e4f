/* The boilerplate in every language but English (whose wording stands in WORDS of text/words.h).
 * Only text/words.c includes it.
 *
 * Each language is a list X(LANGUAGE, SYMBOL, SOURCE, "wording") that must hold every word exactly
 * once: words.c counts and compares at compile time. Labels are worded so that any value can
 * follow: no case, gender or preposition reaches into what the writer puts behind them. A pattern
 * has {1} and {2} in the order of its language. */
#pragma once

/* Where a wording comes from. */
enum words_source {
    IN_USE,    /* printed since the first release; its source was not noted then */
    DOCBOOK,   /* the translations of the DocBook XSL stylesheets 1.79 (gentext) */
    SPHINX,    /* the message catalogues of Sphinx 9.0 */
    UNREVIEWED /* our own: nobody who speaks the language has checked it yet */
};

#define NBSP "\u00a0"

#include "text/words_asia.h"
#include "text/words_east.h"
#include "text/words_horn.h"
#include "text/words_india.h"
#include "text/words_rtl.h"
#include "text/words_west.h"

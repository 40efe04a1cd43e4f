/* Hyphenation dictionaries that stay open from leaflet to leaflet, since loading one takes longer
 * than setting most leaflets. A thread's own, in its text engine. Layers 3 and up. */
#pragma once

#include "text/hyphen.h"

struct text_engine;

/* As hyphenator_open, but the engine's: it lives until hyphenators_trim, as does what the trouble
 * names. The inputs of each leaflet are told all that was asked for it. */
struct hyphenator *hyphenators_get(struct text_engine *engine, struct inputs *inputs,
                                   const char *lang, struct hyphenator_trouble *trouble);
/* The leaflet is set: keeps the last few. */
void hyphenators_trim(struct text_engine *engine);
/* Closes all. Only text_engine_free. */
void hyphenators_close(struct text_engine *engine);

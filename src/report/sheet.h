/* The words of an evidence report, for people: what its text and its leaflet say alike. Used within
 * report/ only. */
#pragma once

#include "base/buf.h"
#include "report/evidence.h"

/* "Evidence of accessibility: Having a skin test, SK-014". */
void sheet_put_title(const struct evidence *evidence, struct buf *out);
/* How to read it, as so many paragraphs. */
#define SHEET_PARAGRAPHS 3
extern const char *const sheet_paragraphs[SHEET_PARAGRAPHS];
/* How many criteria of a standard are proved and so on. */
void sheet_put_counts(const struct evidence *evidence, enum standard standard, struct buf *out);
/* "proved", "judged by … on …", or of several leaflets "proved in 3, does not apply to 2". */
void sheet_put_result(const struct evidence *evidence, size_t entry, struct buf *out);
/* Why, and what a person must judge; empty where there is nothing to say. */
void sheet_put_reason(const struct evidence *evidence, const struct criterion *criterion,
                      size_t entry, struct buf *out);
/* A leaflet's line in the list of several: what it is, and what nobody has judged or what keeps it
 * from being claimed. */
void sheet_put_leaflet(const struct evidence_leaflet *leaflet, struct buf *out);

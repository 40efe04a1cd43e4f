/* The coverage ledger. md4c reports in the order of the text, so one cursor is enough: whatever it
 * steps over must be a blank, a line end, a quote marker, the backslash of an escape or a link
 * definition; anything else is kept as lost and diagnosed. Places are of the copy. */
#pragma once

#include "read/markdown/reader.h"

/* Bytes start to end belong to what is now open. */
void md_claim(struct md_reader *r, uint32_t start, uint32_t end);
/* Steps to the next byte that is not blank, line end, quote marker or definition. */
uint32_t md_seek(struct md_reader *r);
/* The same, to one of the characters; does not claim it. MD_NOWHERE: none stands there. */
uint32_t md_expect(struct md_reader *r, const char *characters);
/* The marker of a quote that begins inside those that are open; moves there. MD_NOWHERE: none. */
uint32_t md_seek_quote(struct md_reader *r);
/* The part after `]` of a link or picture: claims it. */
void md_claim_tail(struct md_reader *r, const struct md_entry *entry);
/* Once all is read and the notes are placed: diagnoses what is lost, and definitions that nothing
 * uses. */
void md_ledger_report(struct md_reader *r);

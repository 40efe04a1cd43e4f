/* What the files of read/ offer one another; only read/ includes it. Each fills in its part of a
 * struct doc that read.c has made. */
#ifndef READ_PARTS_H
#define READ_PARTS_H

#include "read/read.h"

/* encode.c: checks encoding (NUL, UTF-16, UTF-8), skips a byte-order mark, normalises to NFC when
 * needed. Sets doc->source (indexed; text is what spans refer to). False: nothing can be read, and
 * doc->source stays NULL. */
bool read_encoding(struct doc *doc, struct slice bytes, const char *name, struct diag_list *diags);

/* yaml.c: see read/yaml.h. */

/* front.c: front matter between a first line `---` and a line `---` or `...`. Fills doc->meta,
 * returns the offset at which the body starts. A file without front matter returns the offset
 * after a byte-order mark. */
uint32_t read_front_matter(struct doc *doc, struct diag_list *diags);

/* settings.c: finds, reads and merges the clinic.yml chain into doc->meta (front matter wins field
 * by field; `contact`, `theme`, `words` merge by key), sets meta.root. */
void read_settings(struct doc *doc, const struct read_options *options, struct diag_list *diags);

/* markdown.c: the body from offset to the end as blocks below doc->root. The title heading stays
 * where it stands; matter.c moves it. */
void read_markdown(struct doc *doc, uint32_t offset, struct diag_list *diags);

/* plain.c: the same for plain article text. */
void read_plain(struct doc *doc, uint32_t offset, struct diag_list *diags);

/* matter.c: language and direction of the root, title rules, masthead, lead, contact, about, web
 * addresses, table numbers ("Table 1."), draft mark. */
void read_matter(struct doc *doc, const struct read_options *options, struct diag_list *diags);

/* assets.c: opens the picture that path (as written at span) names, relative to folder (real),
 * refusing what leaves meta.root (.., absolute, symbolic links out) or is remote; equal paths are
 * opened once. NULL after a diagnostic. */
const struct image *read_image(struct doc *doc, const char *folder, struct slice path,
                               struct span span, struct diag_list *diags);

/* links.c: resolves "#anchor" links to headings (GitHub's slug rules), gives headings unique
 * anchors, diagnoses broken internal links and relative links to files that do not exist. Called
 * after the tree is complete, before doc_seal. */
void read_links(struct doc *doc, const char *folder, struct diag_list *diags);

/* links.c: "my%20picture" -> "my picture" (RFC 3986, 2.1); what is not well-formed, and %00, stays.
 * From the arena. */
char *read_percent(struct arena *arena, struct slice text);

/* links.c: a whole address (https, http, mailto, tel, sms) with all percent-encoded that RFC 3986
 * does not allow in one, from the arena; empty if it leads nowhere: another scheme, no or no
 * possible host. */
struct slice read_address(struct arena *arena, struct slice href);

/* links.c: a link that shows its own address, whole or without its scheme: it holds no words. */
bool read_is_bare_link(const struct node *node);

/* smart.c: typographic quotes and dashes and no-break spaces between number and unit over one run
 * of inline content of a block (so that quotes pair across emphasis); leaves CODE, KEYBOARD and
 * link addresses alone. Used by markdown.c and plain.c per block. */
void read_smart(struct doc *doc, struct node *block, const char *lang);

/* direction.c: a block most of whose letters run the other way than the text around it takes their
 * direction (a Hebrew paragraph, list or table in an English leaflet; three words of English or
 * more in an Arabic one), as HTML's dir="auto" does by the first letter. Generated blocks keep
 * theirs. Call when the tree is complete, before read_isolate. */
void read_direction(struct doc *doc);

/* isolate.c: in right-to-left text the bidirectional algorithm (UAX #9) turns the groups of
 * "01632 960 001" and the parts of "500 mg" or "5-10 ml" around: a wrong number to dial, a dose
 * that reads backwards. Puts each such run of digits and Latin words into a left-to-right SPAN, for
 * all outputs. Call when the tree is complete, before doc_seal. */
void read_isolate(struct doc *doc);

#endif

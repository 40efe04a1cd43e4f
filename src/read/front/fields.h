/* Keys and where their values go (field_table.h): what front matter and settings share. Only
 * read/. */
#pragma once

#include "base/diag.h"
#include "doc/meta.h"
#include "read/front/field_table.h"

/* True for the name of a key of any place, in capitals or not. */
bool fields_is_key(struct slice name);

/* Reads the mapping in bytes start to end of source into meta (place: FRONT or SETTINGS); strings
 * in the arena. An empty value is "" (it clears what farther settings say) and is dropped in the
 * end by fields_finish. */
void fields_read(const struct source *source, uint32_t start, uint32_t end, enum field_place place,
                 struct arena *arena, struct diag_list *diags, struct meta *meta);

/* Where over has a value, it replaces base's; pairs are put behind base's. */
void fields_merge(struct meta *base, const struct meta *over, struct arena *arena);

/* Empty texts become absent ones. */
void fields_finish(struct meta *meta);

/* Warns of the keys of front matter that nobody knows: several leaflets may have them. */
void fields_tell_others(const struct meta *meta, struct diag_list *diags);

/* True when keys were lost to an error that was told already: what they would have said is not
 * missed a second time. */
bool fields_lost(const struct diag_list *diags);

/* The structure tree as objects: elements, ParentTree, IDTree, root. Used within pdf/ only. */
#pragma once

#include "pdf/file/haru_doc.h"
#include "pdf/tags/tags.h"

/* How many objects tags_write puts (with haru_put): reserve them first. */
uint32_t tags_count(const struct tags *tags);
/* Writes the elements and the ParentTree, and fills root, a dictionary of haru_add's. */
void tags_write(struct tags *tags, struct haru *haru, uint32_t root);

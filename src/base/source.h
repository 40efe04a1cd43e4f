/* A source file in memory and places in it. The owner of a struct source keeps it alive as long
 * as any span or diagnostic points at it (normally: the document's arena). Every module. */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"

/* name is the path as the user wrote it ("<stdin>" for standard input), text the bytes as read
 * (byte-order mark included). At most SOURCE_LIMIT bytes. */
struct source {
    const char *name;
    struct slice text;
    const uint32_t *lines; /* offsets of line starts; made by source_index */
    uint32_t line_count;
    uint32_t line_before; /* lines of the file before text, which may be a part of it */
};

#define SOURCE_LIMIT (64u * 1024u * 1024u)

/* A run of bytes in a source. source == NULL: no place (generated, or the whole job). */
struct span {
    const struct source *source;
    uint32_t offset;
    uint32_t len;
};

#define SPAN_NONE ((struct span){NULL, 0, 0})

/* Line and column, both from 1; the column counts code points (a byte-order mark counts none).
 * CR LF, LF and lone CR end a line. */
struct source_place {
    uint32_t line;
    uint32_t column;
};

/* Makes the line index in the arena; call once, before source_locate. */
void source_index(struct source *source, struct arena *arena);
struct source_place source_locate(const struct source *source, uint32_t offset);
/* The same file with nothing but the lines that the span lies in, copied into the arena, and the
 * span's place in it: what is left of it once its owner is gone. A span without a source stays. */
struct span source_excerpt(struct arena *arena, struct span span);
/* The text of a line (from 1) without its line end. */
struct slice source_line(const struct source *source, uint32_t line);

/* What the tests of read/ share: a text becomes a document and a list of diagnostics. Each test
 * program includes it once; everything is static. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/inputs.h"
#include "check/check.h"
#include "doc/check.h"
#include "doc/dump.h"
#include "read/read.h"
#include "read/readers.h"

#define READ_MARKDOWN readers_find("markdown")
#define READ_PLAIN    readers_find("plain")

#define UNUSED __attribute__((unused))

struct reading {
    struct inputs *inputs;
    struct arena arena;
    struct diag_list diags;
    struct doc *doc;
    struct buf out; /* the last dump or print */
};

/* A folder of the test's own below $TMPDIR. */
UNUSED static const char *scratch_folder(struct arena *arena, const char *name)
{
    const char *tmp = getenv("TMPDIR");
    const char *reason;
    char *path = arena_format(arena, "%s/leafset-%s-%ld", tmp ? tmp : "/tmp", name, (long)getpid());
    assert_int_equal(file_make_folders(path, &reason), STATUS_OK);
    return file_real(arena, path, NULL);
}

UNUSED static void write_bytes(const char *folder, const char *name, const void *bytes, size_t len)
{
    struct arena arena = {0};
    const char *reason;
    char *path = file_join(&arena, folder, name);
    assert_int_equal(file_make_folders(file_folder(&arena, path), &reason), STATUS_OK);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
    arena_free(&arena);
}

UNUSED static void write_text(const char *folder, const char *name, const char *text)
{
    write_bytes(folder, name, text, strlen(text));
}

UNUSED static struct reading *read_with(struct slice bytes, const struct read_options *options)
{
    struct reading *r = calloc(1, sizeof *r);
    struct read_options own = *options;
    own.inputs = r->inputs = inputs_open(NULL, false);
    r->diags.arena = &r->arena;
    r->doc = read_document(bytes, &own, &r->diags);
    assert_non_null(r->doc);
    assert_null(doc_check(r->doc));
    check_run(&(struct check_subject){.doc = r->doc}, &r->diags);
    diag_sort(&r->diags);
    return r;
}

/* Reads text as a leaflet in a folder without settings. */
UNUSED static struct reading *read_bytes(struct slice bytes, const struct reader *reader)
{
    struct read_options options = {
        .name = "leaflet", .folder = "/proc", .top = "/proc", .reader = reader};
    return read_with(bytes, &options);
}

UNUSED static struct reading *read_string(const char *text, const struct reader *reader)
{
    return read_bytes(slice_from(text), reader);
}

UNUSED static void end_reading(struct reading *r)
{
    diag_free(&r->diags);
    doc_free(r->doc);
    inputs_close(r->inputs);
    buf_free(&r->out);
    arena_free(&r->arena);
    free(r);
}

/* How many diagnostics have the code. */
UNUSED static unsigned count_code(const struct reading *r, enum diag_code code)
{
    return r->diags.per_code[code];
}

UNUSED static const struct diag *find_code(const struct reading *r, enum diag_code code)
{
    for (size_t i = 0; i < r->diags.count; i++)
        if (r->diags.items[i].code == code)
            return &r->diags.items[i];
    return NULL;
}

/* The code is there, at line:column. */
UNUSED static void assert_code_at(struct reading *r, enum diag_code code, uint32_t line,
                                  uint32_t column)
{
    const struct diag *diag = find_code(r, code);
    if (!diag)
        fail_msg("no [%s]", diag_code_name(code));
    assert_non_null(diag->span.source);
    struct source_place place = source_locate(diag->span.source, diag->span.offset);
    if (place.line != line || place.column != column)
        fail_msg("[%s] at %u:%u, not %u:%u", diag_code_name(code), place.line, place.column, line,
                 column);
}

/* The tree as text, blocks and their words only: "h1 Title|p Words|li Item". */
UNUSED static const char *outline(struct reading *r)
{
    buf_clear(&r->out);
    buf_put_string(&r->out, "");
    for (const struct node *at = r->doc->root; at; at = node_next(at, r->doc->root)) {
        struct slice text = SLICE_EMPTY;
        const char *mark = NULL;
        if (at->generated)
            continue;
        if (at->kind == NODE_HEADING)
            mark = arena_format(&r->arena, "h%d ", at->u.heading.level);
        else if (at->kind == NODE_PARAGRAPH)
            mark = at->parent->kind != NODE_ITEM || at->previous ? "p "
                   : at->parent->u.item.number
                       ? arena_format(&r->arena, "%u ", at->parent->u.item.number)
                       : "- ";
        else if (at->kind == NODE_BREAK)
            mark = "hr";
        if (!mark)
            continue;
        if (at->kind != NODE_BREAK)
            text = node_text(at, NODE_MEDIA_EPUB, &r->arena);
        for (const struct node *up = at->parent; up && up->kind != NODE_DOCUMENT; up = up->parent)
            if (up->kind == NODE_ITEM && (at->parent != up || at->previous))
                buf_put_char(&r->out, '>');
        buf_format(&r->out, "%s", mark);
        buf_put_slice(&r->out, text);
        buf_put_char(&r->out, '|');
    }
    if (r->out.len > 0)
        r->out.data[--r->out.len] = '\0';
    return r->out.data;
}

/* The whole dump of the tree. */
UNUSED static const char *dump(struct reading *r)
{
    buf_clear(&r->out);
    doc_dump(r->doc, &r->out);
    return r->out.data;
}

UNUSED static void assert_holds(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("no\n%s\nin\n%s", part, text);
}

UNUSED static void assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part))
        fail_msg("unwanted\n%s\nin\n%s", part, text);
}

/* Helpers of the Markdown tests: text in, tree and diagnostics as text out. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "check/check.h"
#include "doc/doc.h"
#include "doc/dump.h"
#include "read/markdown/markdown.h"
#include "read/passes/headings.h"

struct markdown {
    struct doc *doc;
    struct arena arena; /* of the diagnostics */
    struct diag_list diags;
    struct buf tree, said;
};

/* Reads a body; lang may be NULL. Free with markdown_close. */
static inline void markdown_open_len(struct markdown *m, const char *text, size_t len,
                                     const char *lang)
{
    *m = (struct markdown){.doc = doc_new()};
    m->diags.arena = &m->arena;
    struct source *source = ARENA_NEW(&m->doc->arena, struct source);
    source->name = "t.md";
    source->text = arena_copy(&m->doc->arena, (struct slice){text, len});
    source_index(source, &m->doc->arena);
    m->doc->source = source;
    m->doc->meta.lang.value = lang;
    m->doc->root->lang = lang ? lang : "en";
    read_markdown(m->doc, 0, &m->diags);
    read_headings(m->doc, &m->diags);
    check_run(&(struct check_subject){.doc = m->doc}, &m->diags);
}

static inline void markdown_open(struct markdown *m, const char *text)
{
    markdown_open_len(m, text, strlen(text), NULL);
}

static inline void markdown_close(struct markdown *m)
{
    buf_free(&m->tree);
    buf_free(&m->said);
    diag_free(&m->diags);
    doc_free(m->doc);
    arena_free(&m->arena);
}

static inline const char *markdown_tree(struct markdown *m)
{
    buf_clear(&m->tree);
    doc_dump(m->doc, &m->tree);
    return m->tree.data;
}

static inline const char *markdown_said(struct markdown *m)
{
    buf_clear(&m->said);
    buf_put_string(&m->said, "");
    for (size_t i = 0; i < m->diags.count; i++) {
        const struct diag *diag = &m->diags.items[i];
        struct source_place place = {0, 0};
        if (diag->span.source)
            place = source_locate(diag->span.source, diag->span.offset);
        buf_format(&m->said, "%u:%u %s\n", place.line, place.column, diag_code_name(diag->code));
    }
    buf_put_string(&m->said, "");
    return m->said.data ? m->said.data : "";
}

/* The tree below the root and the codes must be exactly these. */
static inline void markdown_expect(const char *text, const char *tree, const char *said)
{
    struct markdown m;
    markdown_open(&m, text);
    assert_string_equal(markdown_tree(&m) + strlen("document lang=en\n"), tree);
    diag_sort(&m.diags);
    assert_string_equal(markdown_said(&m), said);
    markdown_close(&m);
}

/* Only the codes. */
static inline void markdown_says(const char *text, const char *said)
{
    struct markdown m;
    markdown_open(&m, text);
    diag_sort(&m.diags);
    assert_string_equal(markdown_said(&m), said);
    markdown_close(&m);
}

/* The text of the tree, blocks run together. */
static inline void markdown_text(const char *text, const char *lang, const char *expected)
{
    struct markdown m;
    markdown_open_len(&m, text, strlen(text), lang);
    struct slice all = node_text(m.doc->root, NODE_MEDIA_ALL, &m.arena);
    assert_string_equal(arena_string(&m.arena, all), expected);
    markdown_close(&m);
}

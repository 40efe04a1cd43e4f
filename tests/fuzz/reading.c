#include "reading.h"

#include <string.h>

#include "base/inputs.h"
#include "check/check.h"
#include "doc/check.h"
#include "doc/dump.h"
#include "fuzz.h"
#include "parts.h"
#include "prose/prose.h"
#include "read/read.h"
#include "read/readers.h"
#include "style/style.h"

/* The tree and what is told, as text. */
static void read_once(struct slice bytes, const struct read_options *options, reading_look *look,
                      struct buf *out)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct style style;
    inputs_clear(options->inputs);
    struct doc *doc = read_document(bytes, options, &diags);
    FUZZ_HOLDS(doc_check(doc) == NULL);
    struct prose *prose = prose_new(doc, NULL);
    check_run(&(struct check_subject){.doc = doc, .editor = true, .prose = prose}, &diags);
    prose_free(prose);
    FUZZ_HOLDS(doc_check(doc) == NULL); /* the rules change nothing */
    if (look)
        look(doc, &diags);
    style_make(&doc->meta, NULL, &diags, &style);
    diag_sort(&diags);
    doc_dump(doc, out);
    diag_print(&diags, out, true, false);
    diag_free(&diags);
    doc_free(doc);
    arena_free(&arena);
}

static void read_facts_once(struct slice bytes, const struct read_options *options)
{
    struct arena arena = {0};
    struct leaflet_facts facts = {0};
    read_facts(bytes, options, &arena, &facts);
    read_facts_free(&facts);
    arena_free(&arena);
}

void reading_run(const struct memory_files *files, const char *reader, reading_look *look)
{
    struct buf first = {0}, again = {0};
    struct inputs *inputs = inputs_open(files, false);
    const struct read_options options = {
        .inputs = inputs,
        .name = files->items[0].path,
        .folder = PARTS_FOLDER,
        .top = PARTS_FOLDER,
        .reader = readers_find(reader),
    };
    read_once(files->items[0].bytes, &options, look, &first);
    read_facts_once(files->items[0].bytes, &options);
    read_once(files->items[0].bytes, &options, NULL, &again);
    FUZZ_HOLDS(slice_equal(buf_slice(&first), buf_slice(&again)));
    buf_free(&first);
    buf_free(&again);
    inputs_close(inputs);
}

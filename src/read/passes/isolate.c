#include "read/passes/isolate.h"

#include <string.h>

#include "base/utf8.h"
#include "text/text.h"

/* Code points below this that are letters are Latin. */
#define LATIN_END 0x250u

struct run {
    size_t start, end;
};

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_latin(uint32_t c)
{
    return c == 0xb5 || (c < LATIN_END && !is_digit(c) && text_is_alnum(c));
}

static bool is_word(uint32_t c)
{
    return is_digit(c) || is_latin(c) || c == '%' || c == 0xb0;
}

/* Signs and spaces that join the parts of a number, a range or a dose when a part follows. */
static bool is_joint(uint32_t c)
{
    return c == ' ' || c == 0xa0 || c == 0x202f || c == 0x2013 || c == 0x2212 || c == 0xd7 ||
           (c < 0x80 && strchr(".,:/-+=<>", (int)c));
}

/* The run of digits and Latin words from pos on; mixed tells that it has digits and more. */
static struct run measure_run(struct slice text, size_t pos, bool *mixed)
{
    struct run run = {pos, pos};
    bool digit = false, other = false;
    int joints = 0;
    while (pos < text.len) {
        size_t before = pos;
        uint32_t c = utf8_next(text, &pos);
        if (is_word(c)) {
            digit = digit || is_digit(c);
            other = other || !is_digit(c) || (run.end > run.start && run.end < before);
            run.end = pos;
            joints = 0;
        } else if (!is_joint(c) || ++joints > 3) {
            break; /* a dash between spaces at the most */
        }
    }
    *mixed = digit && other;
    return run;
}

static bool find_run(struct slice text, size_t from, struct run *run)
{
    while (from < text.len) {
        size_t pos = from;
        bool mixed;
        if (!is_word(utf8_next(text, &pos))) {
            from = pos;
            continue;
        }
        *run = measure_run(text, from, &mixed);
        if (mixed)
            return true;
        from = run->end;
    }
    return false;
}

/* The direction in force, and whether the node stands in code, which keeps its own. */
static bool is_right_to_left(const struct node *node)
{
    for (; node; node = node->parent) {
        if (node->kind == NODE_CODE_BLOCK)
            return false;
        if (node->dir == NODE_DIR_LTR || node->dir == NODE_DIR_RTL)
            return node->dir == NODE_DIR_RTL;
    }
    return false;
}

/* A left-to-right SPAN of the run. */
static struct node *isolate(struct doc *doc, const struct node *text, struct run run)
{
    struct node *span = doc_add(doc, NULL, NODE_SPAN, SPAN_NONE);
    span->dir = NODE_DIR_LTR;
    span->generated = true;
    span->media = text->media;
    doc_append(span, doc_cut_text(doc, text, run.start, run.end));
    return span;
}

/* Puts the text's runs, each in its span, and what stands between them into its place. */
static void isolate_runs(struct doc *doc, struct node *text)
{
    size_t done = 0;
    struct run run;
    while (find_run(text->text, done, &run)) {
        if (run.start > done)
            doc_insert_before(text, doc_cut_text(doc, text, done, run.start));
        doc_insert_before(text, isolate(doc, text, run));
        done = run.end;
    }
    if (done == 0)
        return;
    if (done < text->text.len)
        doc_insert_before(text, doc_cut_text(doc, text, done, text->text.len));
    doc_remove(text);
}

void read_isolate(struct doc *doc)
{
    uint32_t count = doc->node_count; /* what is made below needs no look */
    for (uint32_t id = 1; id <= count; id++) {
        struct node *node = doc->nodes[id];
        if (node->kind == NODE_TEXT && node->parent && is_right_to_left(node))
            isolate_runs(doc, node);
    }
}

#include "check/allow.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* More than that are told and have no effect, so that the time stays in proportion. */
#define ALLOWANCES_MOST 500u

/* One allowance in force: bytes start to end of the leaflet's source. */
struct allowed {
    enum diag_code code;
    struct span place; /* where it is written */
    uint32_t start, end;
    bool used;
};

struct allowing {
    struct diag_filter filter; /* the first member */
    const struct source *source;
    struct allowed *items; /* [count], in the arena of the list */
    size_t count;
};

static bool takes(struct diag_filter *filter, const struct diag *diag)
{
    struct allowing *allowing = (struct allowing *)filter;
    bool whole = diag->span.source != allowing->source;
    bool own = !whole || (diag->file && strcmp(diag->file, allowing->source->name) == 0);
    bool taken = false;
    for (size_t i = 0; own && i < allowing->count; i++) {
        struct allowed *at = &allowing->items[i];
        bool inside = whole ? at->end == UINT32_MAX
                            : at->start <= diag->span.offset && diag->span.offset < at->end;
        if (at->code == diag->code && inside)
            taken = at->used = true;
    }
    return taken;
}

/* ---- which block a comment stands before */

static bool holds_words(const struct node *node)
{
    return node->first && node_is_inline(node->first->kind);
}

/* The block that the comment stands in the words of, else the next behind it; first: no block
 * stands before it. NULL: it is the last. */
static const struct node *block_of(const struct doc *doc, struct span comment, bool *first)
{
    const struct node *next = NULL;
    uint32_t end = comment.offset + comment.len;
    *first = true;
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root)) {
        if (at == doc->root || at->generated || node_is_inline(at->kind) ||
            at->span.source != comment.source)
            continue;
        bool before = at->span.offset < comment.offset;
        *first = *first && !before;
        if (before && holds_words(at) && at->span.offset + at->span.len >= end)
            return at;
        if (at->span.offset >= end && (!next || at->span.offset < next->span.offset))
            next = at;
    }
    return next;
}

static void set_range(const struct doc *doc, const struct doc_allowance *from, struct allowed *out)
{
    bool first;
    const struct node *block = block_of(doc, from->span, &first);
    out->start = first ? 0 : block ? block->span.offset : UINT32_MAX;
    out->end = first ? UINT32_MAX : block ? block->span.offset + block->span.len : UINT32_MAX;
}

/* ---- which may be */

static const char *nearest(struct arena *arena, const char *written)
{
    const char *near = rule_nearest(written);
    return near ? arena_format(arena, "did you mean '%s'?", near)
                : "a rule's name stands in brackets behind its message; `leafset check --list` "
                  "shows all";
}

/* False after a diagnostic. */
static bool may_be(const struct rule_table *table, const char *code, const char *reason,
                   struct span place, struct diag_list *diags)
{
    const struct rule *row = rule_named(table, code);
    const char *name = *code ? code : "CODE";
    if (!row)
        diag_add(diags, DIAG_CODE_ALLOW_WRONG, place, nearest(diags->arena, code),
                 "there is no rule '%s' that could be allowed", code);
    else if (diag_code_severity(row->code) == DIAG_ERROR)
        diag_add(diags, DIAG_CODE_ALLOW_WRONG, place, "mend what is wrong, and take this out",
                 "%s is an error, and cannot be allowed", code);
    else if (!*reason)
        diag_add(diags, DIAG_CODE_ALLOW_WRONG, place,
                 arena_format(diags->arena,
                              "say why, as in <!-- leafset-allow %s: the clinic's own name -->",
                              name),
                 "an allowance needs its reason");
    else
        return true;
    return false;
}

/* ---- all of them */

static size_t count_all(const struct doc *doc)
{
    size_t count = doc->meta.allow.count;
    for (const struct doc_allowance *at = doc->allowances; at; at = at->next)
        count++;
    return count;
}

static void add(struct allowing *allowing, struct allowed allowed, struct diag_list *diags)
{
    if (allowing->count < ALLOWANCES_MOST)
        allowing->items[allowing->count++] = allowed;
    else if (allowing->count == ALLOWANCES_MOST)
        diag_add(diags, DIAG_CODE_ALLOW_WRONG, allowed.place,
                 "allow the rule for the whole leaflet",
                 "a leaflet has at most %u allowances; this one and others have no effect",
                 ALLOWANCES_MOST);
}

static void add_pairs(const struct check_subject *subject, struct allowing *allowing,
                      struct diag_list *diags)
{
    const struct rule_table *table = subject->rules;
    const struct meta_pairs *pairs = &subject->doc->meta.allow;
    for (size_t i = 0; i < pairs->count; i++) {
        const struct meta_pair *pair = &pairs->items[i];
        if (may_be(table, pair->key, pair->value, pair->key_span, diags))
            add(allowing,
                (struct allowed){rule_named(table, pair->key)->code, pair->key_span, 0, UINT32_MAX,
                                 false},
                diags);
    }
}

static void add_comments(const struct check_subject *subject, struct allowing *allowing,
                         struct diag_list *diags)
{
    const struct rule_table *table = subject->rules;
    const struct doc *doc = subject->doc;
    for (const struct doc_allowance *at = doc->allowances; at; at = at->next) {
        if (!may_be(table, at->code, at->reason, at->span, diags))
            continue;
        struct allowed allowed = {rule_named(table, at->code)->code, at->span, 0, 0, false};
        if (allowing->count < ALLOWANCES_MOST)
            set_range(doc, at, &allowed);
        add(allowing, allowed, diags);
    }
}

void allow_start(const struct check_subject *subject, struct diag_list *diags)
{
    const struct doc *doc = subject->doc;
    size_t count = count_all(doc);
    if (count == 0 || !doc->source)
        return;
    struct allowing *allowing = ARENA_NEW(diags->arena, struct allowing);
    size_t room = count < ALLOWANCES_MOST ? count : ALLOWANCES_MOST;
    *allowing = (struct allowing){.filter = {takes}, .source = doc->source};
    allowing->items = ARENA_ARRAY(diags->arena, room, struct allowed);
    add_pairs(subject, allowing, diags);
    add_comments(subject, allowing, diags);
    diag_filter_set(diags, &allowing->filter);
}

void allow_finish(const struct check_subject *subject, struct diag_list *diags)
{
    const struct allowing *allowing = (const struct allowing *)diags->filter;
    if (!allowing || allowing->filter.takes != takes || diags->errors > 0)
        return; /* what an error keeps from being asked is not known */
    for (size_t i = 0; i < allowing->count; i++) {
        const struct allowed *at = &allowing->items[i];
        if (!at->used && rule_is_asked(subject, rule_of(subject->rules, at->code)))
            diag_add(diags, DIAG_CODE_ALLOW_UNUSED, at->place, "take it out",
                     "%s is allowed here, and nothing is told of it", diag_code_name(at->code));
    }
}

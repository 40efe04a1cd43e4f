#include "read/front/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/utf8.h"

struct anchor {
    const char *name;
    struct yaml_node *node;
    struct anchor *older;
};

/* A collection that is still open. */
struct level {
    struct yaml_node *node;
    struct yaml_node *last;
    const char *key; /* of a map: a key that waits for its value */
    struct span key_span;
};

struct reader {
    const struct source *source;
    struct slice text; /* the part that is read */
    uint32_t start;    /* its offset in the source */
    struct arena *arena;
    struct diag_list *diags;
    struct anchor *anchors;
    struct level levels[YAML_MAX_DEPTH];
    uint32_t depth;
    uint32_t weight;
    struct yaml_node *root;
    size_t mark_index, mark_offset; /* the last place asked for */
    bool failed;
};

const char *yaml_kind_name(enum yaml_kind kind)
{
    return kind == YAML_TEXT ? "a text" : kind == YAML_LIST ? "a list" : "a mapping";
}

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
    for (const struct yaml_node *at = map->first; at; at = at->next)
        if (strcmp(at->key, key) == 0)
            return at;
    return NULL;
}

/* libyaml's marks count code points; we need bytes. Marks come nearly in
 * order, so the last answer is where the search begins. */
static uint32_t offset_of(struct reader *r, size_t index)
{
    if (index < r->mark_index)
        r->mark_index = r->mark_offset = 0;
    while (r->mark_index < index && r->mark_offset < r->text.len) {
        utf8_next(r->text, &r->mark_offset);
        r->mark_index++;
    }
    return r->start + (uint32_t)r->mark_offset;
}

static struct span span_of(struct reader *r, yaml_mark_t from, yaml_mark_t to)
{
    uint32_t start = offset_of(r, from.index);
    uint32_t end = offset_of(r, to.index);
    while (end > start && ascii_is_space(r->source->text.ptr[end - 1]))
        end--;
    return (struct span){r->source, start, end - start};
}

static void fail(struct reader *r, enum diag_code code, struct span span, const char *hint,
                 const char *message)
{
    diag_add(r->diags, code, span, hint, "%s", message);
    r->failed = true;
}

/* What libyaml says, and what a writer can do about it. */
static const struct {
    const char *problem, *message, *hint;
} problems[] = {
    {"mapping values are not allowed in this context", "a colon stands where no key can be",
     "put a value that holds \": \" into quotes, as in title: \"Skin care: an introduction\""},
    {"found character that cannot start any token", "a value cannot begin with this character",
     "put the value into quotes; indent with spaces, not with tabs"},
    {"could not find expected ':'", "a key without a colon",
     "write each line as key: value, and indent the lines that continue a value"},
    {"did not find expected key", "this line is no key of the mapping around it",
     "let the keys begin in the same column, and put values with special characters into quotes"},
    {"did not find expected '-' indicator", "this line is no item of the list around it",
     "let the items of a list begin in the same column"},
    {"found unexpected end of stream", "a quote is not closed", "close the quote, \" or '"},
    {"found unknown escape character", "an unknown escape in a quoted value",
     "use single quotes, or write \\\\ for a backslash"},
    {"found undefined tag handle", "a tag that is not known", "put the value into quotes"},
    {"did not find expected ',' or ']'", "a list in brackets is not closed",
     "close the list with ], or put the value into quotes"},
    {"did not find expected ',' or '}'", "a mapping in braces is not closed",
     "close the mapping with }, or put the value into quotes"},
    {"did not find expected <document start>", "text stands after the end of the mapping",
     "let the keys begin in the same column, and put values with special characters into quotes"},
};

/* Where libyaml saw it; for a missing colon and the like, the line at fault is its context. */
static struct span place_of(struct reader *r, const yaml_parser_t *parser)
{
    bool earlier =
        parser->problem && (strncmp(parser->problem, "could not find", 14) == 0 ||
                            strcmp(parser->problem, "found unexpected end of stream") == 0);
    size_t index =
        earlier && parser->context ? parser->context_mark.index : parser->problem_mark.index;
    if (parser->error == YAML_READER_ERROR)
        return (struct span){r->source, r->start + (uint32_t)parser->problem_offset, 1};
    uint32_t offset = offset_of(r, index);
    uint32_t end = r->start + (uint32_t)r->text.len;
    /* a mark behind the last line belongs to its end */
    while (offset >= end && offset > r->start && ascii_is_space(r->source->text.ptr[offset - 1])) {
        offset--;
        end--;
    }
    return (struct span){r->source, offset, 0};
}

static void syntax_error(struct reader *r, const yaml_parser_t *parser)
{
    const char *problem = parser->problem ? parser->problem : "it cannot be read";
    struct span span = place_of(r, parser);
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        if (strcmp(problems[i].problem, problem) == 0) {
            fail(r, DIAG_CODE_YAML_SYNTAX, span, problems[i].hint, problems[i].message);
            return;
        }
    }
    diag_add(r->diags, DIAG_CODE_YAML_SYNTAX, span,
             "write each line as key: value, and put values with special characters into quotes",
             "this is not YAML: %s", problem);
    r->failed = true;
}

static bool is_key(const struct reader *r)
{
    const struct level *level = r->depth > 0 ? &r->levels[r->depth - 1] : NULL;
    return level && level->node->kind == YAML_MAP && !level->key;
}

static void take_key(struct reader *r, const char *text, struct span span)
{
    r->levels[r->depth - 1].key = text;
    r->levels[r->depth - 1].key_span = span;
}

/* False when the map has the key already: its first value stands. */
static bool is_new_key(struct reader *r, const struct level *level)
{
    const struct yaml_node *former = yaml_get(level->node, level->key);
    if (!former)
        return true;
    diag_add(r->diags, DIAG_CODE_KEY_REPEATED, level->key_span, "keep one of the two",
             "'%s' is written twice, first in line %u", level->key,
             source_locate(r->source, former->key_span.offset).line);
    return false;
}

/* Puts a finished or opened node where it belongs. */
static void attach(struct reader *r, struct yaml_node *node)
{
    if (r->depth == 0) {
        r->root = node;
        return;
    }
    struct level *level = &r->levels[r->depth - 1];
    if (level->node->kind == YAML_MAP) {
        bool wanted = is_new_key(r, level);
        node->key = level->key;
        node->key_span = level->key_span;
        level->key = NULL;
        if (!wanted)
            return;
    }
    if (level->last)
        level->last->next = node;
    else
        level->node->first = node;
    level->last = node;
}

/* Counts nodes against the limit, aliases with all that they repeat. */
static bool count_in(struct reader *r, uint32_t weight, struct span span, bool alias)
{
    r->weight += weight;
    if (r->weight <= YAML_MAX_NODES)
        return true;
    if (alias)
        fail(r, DIAG_CODE_YAML_ALIAS, span, "write the values out where they are needed",
             "the aliases (*name) repeat more than 10,000 values");
    else
        fail(r, DIAG_CODE_YAML_TOO_DEEP, span, NULL, "more than 10,000 values");
    return false;
}

static void remember(struct reader *r, const yaml_char_t *name, struct yaml_node *node)
{
    if (!name)
        return;
    struct anchor *anchor = ARENA_NEW(r->arena, struct anchor);
    anchor->name = arena_string(r->arena, slice_from((const char *)name));
    anchor->node = node;
    anchor->older = r->anchors;
    r->anchors = anchor;
}

static struct yaml_node *new_node(struct reader *r, enum yaml_kind kind, struct span span)
{
    struct yaml_node *node = ARENA_NEW(r->arena, struct yaml_node);
    node->kind = kind;
    node->span = span;
    node->text = "";
    node->weight = 1;
    node->height = 1;
    return node;
}

static void on_text(struct reader *r, const yaml_event_t *event)
{
    struct span span = span_of(r, event->start_mark, event->end_mark);
    struct slice text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    if (memchr(text.ptr, '\0', text.len)) {
        fail(r, DIAG_CODE_YAML_SYNTAX, span, "leave it out", "a NUL character in a value");
        return;
    }
    const char *copy = arena_string(r->arena, text);
    if (is_key(r)) {
        take_key(r, copy, span);
        return;
    }
    struct yaml_node *node = new_node(r, YAML_TEXT, span);
    node->text = copy;
    if (!count_in(r, 1, span, false))
        return;
    remember(r, event->data.scalar.anchor, node);
    attach(r, node);
}

/* An alias shares the children of what it names; libyaml does not check that the name is known,
 * nor that the collection named is closed (a loop). */
static void on_alias(struct reader *r, const yaml_event_t *event)
{
    struct span span = span_of(r, event->start_mark, event->end_mark);
    const char *name = (const char *)event->data.alias.anchor;
    const struct anchor *anchor = r->anchors;
    while (anchor && strcmp(anchor->name, name) != 0)
        anchor = anchor->older;
    bool open = false;
    for (uint32_t i = 0; anchor && i < r->depth; i++)
        open = open || r->levels[i].node == anchor->node;
    if (!anchor || open) {
        fail(r, DIAG_CODE_YAML_ALIAS, span, "put a text that begins with * into quotes",
             open ? "the alias stands inside what it repeats" : "the alias names no anchor");
        return;
    }
    if (is_key(r)) {
        fail(r, DIAG_CODE_YAML_SYNTAX, span, "write the key out", "an alias cannot be a key");
        return;
    }
    if (r->depth + anchor->node->height > YAML_MAX_DEPTH) {
        fail(r, DIAG_CODE_YAML_TOO_DEEP, span, NULL, "nested more than 16 levels deep");
        return;
    }
    if (!count_in(r, anchor->node->weight, span, true))
        return;
    struct yaml_node *node = new_node(r, anchor->node->kind, span);
    node->text = anchor->node->text;
    node->first = anchor->node->first;
    node->weight = anchor->node->weight;
    node->height = anchor->node->height;
    attach(r, node);
}

static void on_open(struct reader *r, const yaml_event_t *event, enum yaml_kind kind,
                    const yaml_char_t *anchor)
{
    struct span span = span_of(r, event->start_mark, event->end_mark);
    if (is_key(r)) {
        fail(r, DIAG_CODE_YAML_SYNTAX, span, "write the key as plain text, or put it into quotes",
             "a list or a mapping cannot be a key");
        return;
    }
    if (r->depth == YAML_MAX_DEPTH) {
        fail(r, DIAG_CODE_YAML_TOO_DEEP, span, NULL, "nested more than 16 levels deep");
        return;
    }
    struct yaml_node *node = new_node(r, kind, span);
    if (!count_in(r, 1, span, false))
        return;
    remember(r, anchor, node);
    attach(r, node);
    r->levels[r->depth++] = (struct level){.node = node};
}

static void on_close(struct reader *r, const yaml_event_t *event)
{
    struct yaml_node *node = r->levels[--r->depth].node;
    struct span end = span_of(r, event->start_mark, event->end_mark);
    if (end.offset > node->span.offset && end.len > 0)
        node->span.len = end.offset + end.len - node->span.offset; /* the closing bracket */
    for (const struct yaml_node *child = node->first; child; child = child->next) {
        node->weight += child->weight;
        if (child->height >= node->height)
            node->height = child->height + 1;
    }
}

static void on_document(struct reader *r, const yaml_event_t *event)
{
    if (r->root)
        fail(r, DIAG_CODE_YAML_SYNTAX, span_of(r, event->start_mark, event->end_mark),
             "leave one of them out", "a second YAML document begins here");
}

/* Handles one event; true at the end of the stream. */
static bool take(struct reader *r, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT: break;
    case YAML_STREAM_END_EVENT: return true;
    case YAML_DOCUMENT_START_EVENT: on_document(r, event); break;
    case YAML_ALIAS_EVENT: on_alias(r, event); break;
    case YAML_SCALAR_EVENT: on_text(r, event); break;
    case YAML_SEQUENCE_START_EVENT:
        on_open(r, event, YAML_LIST, event->data.sequence_start.anchor);
        break;
    case YAML_MAPPING_START_EVENT:
        on_open(r, event, YAML_MAP, event->data.mapping_start.anchor);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: on_close(r, event); break;
    }
    return false;
}

bool yaml_read(const struct source *source, uint32_t start, uint32_t end, struct arena *arena,
               struct diag_list *diags, struct yaml_node **root)
{
    struct reader reader = {.source = source,
                            .text = slice_sub(source->text, start, end - start),
                            .start = start,
                            .arena = arena,
                            .diags = diags};
    yaml_parser_t parser;
    yaml_event_t event;
    *root = NULL;
    if (!yaml_parser_initialize(&parser)) {
        diag_add(diags, DIAG_CODE_YAML_SYNTAX, SPAN_NONE, NULL, "libyaml cannot be started");
        return false;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)reader.text.ptr, reader.text.len);
    for (bool ended = false; !ended && !reader.failed;) {
        if (!yaml_parser_parse(&parser, &event)) {
            syntax_error(&reader, &parser);
            break;
        }
        ended = take(&reader, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    *root = reader.failed ? NULL : reader.root;
    return !reader.failed;
}

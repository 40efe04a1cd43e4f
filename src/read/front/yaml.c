#include "read/front/yaml.h"

#include <assert.h>
#include <string.h>
#include <yaml.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "read/front/folded.h"
#include "read/front/mended.h"
#include "text/chars.h"

struct anchor {
    const char *name;
    struct yaml_node *node;
    struct anchor *older;
};

/* A collection that is still open. */
struct level {
    struct yaml_node *node;
    struct yaml_node *last;
    struct map keys; /* of a map: its nodes by key; freed when it is closed */
    const char *key; /* one that waits for its value */
    struct span key_span;
};

/* The tree in the making. */
struct yaml_tree {
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
    const struct yaml_node *at = map->kind == YAML_MAP ? map->first : NULL;
    while (at && strcmp(at->key, key) != 0)
        at = at->next;
    return at;
}

/* libyaml's marks count code points; we need bytes. Marks come nearly in
 * order, so the last answer is where the search begins. */
static uint32_t offset_of(struct yaml_tree *tree, size_t index)
{
    if (index < tree->mark_index)
        tree->mark_index = tree->mark_offset = 0;
    while (tree->mark_index < index && tree->mark_offset < tree->text.len) {
        utf8_next(tree->text, &tree->mark_offset);
        tree->mark_index++;
    }
    return tree->start + (uint32_t)tree->mark_offset;
}

static struct span span_of(struct yaml_tree *tree, yaml_mark_t from, yaml_mark_t to)
{
    uint32_t start = offset_of(tree, from.index);
    uint32_t end = offset_of(tree, to.index);
    while (end > start && ascii_is_space(tree->source->text.ptr[end - 1]))
        end--;
    return (struct span){tree->source, start, end - start};
}

static void fail(struct yaml_tree *tree, enum diag_code code, struct span span, const char *hint,
                 const char *message)
{
    diag_add(tree->diags, code, span, hint, "%s", message);
    tree->failed = true;
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
static struct span place_of(struct yaml_tree *tree, const yaml_parser_t *parser)
{
    bool earlier =
        parser->problem && (strncmp(parser->problem, "could not find", 14) == 0 ||
                            strcmp(parser->problem, "found unexpected end of stream") == 0);
    size_t index =
        earlier && parser->context ? parser->context_mark.index : parser->problem_mark.index;
    if (parser->error == YAML_READER_ERROR)
        return (struct span){tree->source, tree->start + (uint32_t)parser->problem_offset, 1};
    uint32_t offset = offset_of(tree, index);
    uint32_t end = tree->start + (uint32_t)tree->text.len;
    /* a mark behind the last line belongs to its end */
    while (offset >= end && offset > tree->start &&
           ascii_is_space(tree->source->text.ptr[offset - 1])) {
        offset--;
        end--;
    }
    return (struct span){tree->source, offset, 0};
}

static void syntax_error(struct yaml_tree *tree, const yaml_parser_t *parser)
{
    const char *problem = parser->problem ? parser->problem : "it cannot be read";
    struct span span = place_of(tree, parser);
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        if (strcmp(problems[i].problem, problem) == 0) {
            fail(tree, DIAG_CODE_YAML_SYNTAX, span, problems[i].hint, problems[i].message);
            return;
        }
    }
    diag_add(tree->diags, DIAG_CODE_YAML_SYNTAX, span,
             "write each line as key: value, and put values with special characters into quotes",
             "this is not YAML: %s", problem);
    tree->failed = true;
}

static bool is_key(const struct yaml_tree *tree)
{
    const struct level *level = tree->depth > 0 ? &tree->levels[tree->depth - 1] : NULL;
    return level && level->node->kind == YAML_MAP && !level->key;
}

/* False when the map has the key already: its first value stands. */
static bool is_new_key(struct yaml_tree *tree, struct level *level, struct yaml_node *node)
{
    struct slice key = slice_from(level->key);
    const struct yaml_node *former = map_get(&level->keys, key);
    if (!former) {
        map_put(&level->keys, key, node);
        return true;
    }
    diag_add(tree->diags, DIAG_CODE_KEY_REPEATED, level->key_span, "keep one of the two",
             "'%s' is written twice, first in line %u", level->key,
             source_locate(tree->source, former->key_span.offset).line);
    return false;
}

/* Puts a finished or opened node where it belongs. */
static void attach(struct yaml_tree *tree, struct yaml_node *node)
{
    if (tree->depth == 0) {
        tree->root = node;
        return;
    }
    struct level *level = &tree->levels[tree->depth - 1];
    if (level->node->kind == YAML_MAP) {
        bool wanted = is_new_key(tree, level, node);
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

static bool is_too_deep(struct yaml_tree *tree, uint32_t height, struct span span)
{
    if (tree->depth + height <= YAML_MAX_DEPTH)
        return false;
    fail(tree, DIAG_CODE_YAML_TOO_DEEP, span, NULL, "nested more than 16 levels deep");
    return true;
}

/* Counts nodes against the limit, aliases with all that they repeat. */
static bool count_in(struct yaml_tree *tree, uint32_t weight, struct span span, bool alias)
{
    tree->weight += weight;
    if (tree->weight <= YAML_MAX_NODES)
        return true;
    if (alias)
        fail(tree, DIAG_CODE_YAML_ALIAS, span, "write the values out where they are needed",
             "the aliases (*name) repeat more than 10,000 values");
    else
        fail(tree, DIAG_CODE_YAML_TOO_DEEP, span, NULL, "more than 10,000 values");
    return false;
}

static void remember(struct yaml_tree *tree, const yaml_char_t *name, struct yaml_node *node)
{
    if (!name)
        return;
    struct anchor *anchor = ARENA_NEW(tree->arena, struct anchor);
    anchor->name = arena_string(tree->arena, slice_from((const char *)name));
    anchor->node = node;
    anchor->older = tree->anchors;
    tree->anchors = anchor;
}

static struct yaml_node *new_node(struct yaml_tree *tree, enum yaml_kind kind, struct span span)
{
    struct yaml_node *node = ARENA_NEW(tree->arena, struct yaml_node);
    node->kind = kind;
    node->span = span;
    node->text = "";
    node->weight = 1;
    node->height = 1;
    return node;
}

/* What stands behind a value in its line, when YAML takes it for a comment; else empty. */
static struct slice comment_behind(const struct yaml_tree *tree, size_t end)
{
    struct slice rest = slice_from_position(tree->text, end - tree->start);
    size_t at = 0;
    while (at < rest.len && (rest.ptr[at] == ' ' || rest.ptr[at] == '\t'))
        at++;
    if (at == 0 || at == rest.len || rest.ptr[at] != '#')
        return SLICE_EMPTY;
    size_t to = at;
    while (to < rest.len && rest.ptr[to] != '\n' && rest.ptr[to] != '\r')
        to++;
    return slice_trim(slice_sub(rest, at, to - at));
}

/* A comment has a blank behind its # and words; "#0b5c73", "# 2" and what stands where the value
 * should are more likely meant to be read. */
static bool may_be_meant(struct slice comment, bool alone)
{
    size_t at = 0;
    while (at < comment.len && comment.ptr[at] == '#')
        at++;
    if (at == comment.len)
        return alone;
    if (alone || !ascii_is_space(comment.ptr[at]))
        return true;
    struct slice words = slice_trim(slice_from_position(comment, at));
    return words.len > 0 && ascii_is_digit(words.ptr[0]);
}

/* Nothing that was written as a value is lost in silence. */
static void check_comment(struct yaml_tree *tree, const yaml_event_t *event, struct span span)
{
    uint32_t end = span.offset + span.len;
    struct slice comment = comment_behind(tree, end);
    bool alone = span.len == 0;
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE || comment.len == 0 ||
        !may_be_meant(comment, alone))
        return;
    uint32_t at = (uint32_t)(comment.ptr - tree->source->text.ptr);
    uint32_t start = alone ? at : span.offset;
    struct slice all = slice_sub(tree->source->text, start, at + comment.len - start);
    const char *line = mended_line(tree->arena, tree->source, start, all);
    diag_add(tree->diags, DIAG_CODE_VALUE_COMMENT,
             (struct span){tree->source, at, (uint32_t)comment.len},
             arena_format(tree->arena, "%s; a real comment goes into a line of its own", line),
             "'%.*s' is lost: what follows # is a comment, unless it stands in quotes",
             SLICE_ARGS(comment));
}

/* Escapes bring in what the check of the file's own characters does not see. */
static void check_escapes(struct yaml_tree *tree, const yaml_event_t *event, struct span span)
{
    struct slice text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    struct slice written = slice_sub(tree->source->text, span.offset, span.len);
    if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE ||
        !memchr(written.ptr, '\\', written.len))
        return;
    for (size_t i = 0; i < text.len;) {
        uint32_t code_point = utf8_next(text, &i);
        if (!text_is_forbidden(code_point))
            continue;
        diag_add(tree->diags, DIAG_CODE_CONTROL_CHARACTER, span,
                 "delete what begins with \\ and stands for it",
                 "the control character U+%04X cannot be shown", (unsigned)code_point);
        return;
    }
}

static void on_text(struct yaml_tree *tree, const yaml_event_t *event, struct span span)
{
    struct slice text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    if (memchr(text.ptr, '\0', text.len)) {
        fail(tree, DIAG_CODE_YAML_SYNTAX, span, "leave it out", "a NUL character in a value");
        return;
    }
    check_escapes(tree, event, span);
    struct slice written = slice_sub(tree->source->text, span.offset, span.len);
    const char *copy = slice_find(written, '\n') < written.len
                           ? front_unfold(text, written, tree->arena)
                           : arena_string(tree->arena, text);
    if (is_key(tree)) {
        tree->levels[tree->depth - 1].key = copy;
        tree->levels[tree->depth - 1].key_span = span;
        return;
    }
    if (!count_in(tree, 1, span, false))
        return;
    check_comment(tree, event, span);
    struct yaml_node *node = new_node(tree, YAML_TEXT, span);
    node->text = copy;
    remember(tree, event->data.scalar.anchor, node);
    attach(tree, node);
}

/* An alias shares the children of what it names; libyaml does not check that the name is known,
 * nor that the collection named is closed (a loop). */
static void on_alias(struct yaml_tree *tree, const yaml_event_t *event, struct span span)
{
    const char *name = (const char *)event->data.alias.anchor;
    const struct anchor *anchor = tree->anchors;
    while (anchor && strcmp(anchor->name, name) != 0)
        anchor = anchor->older;
    bool open = false;
    for (uint32_t i = 0; anchor && i < tree->depth; i++)
        open = open || tree->levels[i].node == anchor->node;
    if (!anchor || open) {
        fail(tree, DIAG_CODE_YAML_ALIAS, span, "put a text that begins with * into quotes",
             open ? "the alias stands inside what it repeats" : "the alias names no anchor");
        return;
    }
    if (is_key(tree)) {
        fail(tree, DIAG_CODE_YAML_SYNTAX, span, "write the key out", "an alias cannot be a key");
        return;
    }
    if (is_too_deep(tree, anchor->node->height, span) ||
        !count_in(tree, anchor->node->weight, span, true))
        return;
    struct yaml_node *node = new_node(tree, anchor->node->kind, span);
    node->text = anchor->node->text;
    node->first = anchor->node->first;
    node->weight = anchor->node->weight;
    node->height = anchor->node->height;
    attach(tree, node);
}

static void on_open(struct yaml_tree *tree, struct span span, enum yaml_kind kind,
                    const yaml_char_t *anchor)
{
    if (is_key(tree)) {
        fail(tree, DIAG_CODE_YAML_SYNTAX, span,
             "write the key as plain text, or put it into quotes",
             "a list or a mapping cannot be a key");
        return;
    }
    if (is_too_deep(tree, 1, span) || !count_in(tree, 1, span, false))
        return;
    struct yaml_node *node = new_node(tree, kind, span);
    remember(tree, anchor, node);
    attach(tree, node);
    tree->levels[tree->depth++] = (struct level){.node = node};
}

static void on_close(struct yaml_tree *tree, struct span end)
{
    assert(tree->depth > 0);
    struct yaml_node *node = tree->levels[--tree->depth].node;
    map_free(&tree->levels[tree->depth].keys);
    if (end.offset > node->span.offset && end.len > 0)
        node->span.len = end.offset + end.len - node->span.offset; /* the closing bracket */
    for (const struct yaml_node *child = node->first; child; child = child->next) {
        node->weight += child->weight;
        if (child->height >= node->height)
            node->height = child->height + 1;
    }
}

static void on_document(struct yaml_tree *tree, struct span span)
{
    if (tree->root)
        fail(tree, DIAG_CODE_YAML_SYNTAX, span, "leave one of them out",
             "a second YAML document begins here");
}

/* Handles one event; true at the end of the stream. */
static bool handle_event(struct yaml_tree *tree, const yaml_event_t *event)
{
    struct span span = span_of(tree, event->start_mark, event->end_mark);
    switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT: break;
    case YAML_STREAM_END_EVENT: return true;
    case YAML_DOCUMENT_START_EVENT: on_document(tree, span); break;
    case YAML_ALIAS_EVENT: on_alias(tree, event, span); break;
    case YAML_SCALAR_EVENT: on_text(tree, event, span); break;
    case YAML_SEQUENCE_START_EVENT:
        on_open(tree, span, YAML_LIST, event->data.sequence_start.anchor);
        break;
    case YAML_MAPPING_START_EVENT:
        on_open(tree, span, YAML_MAP, event->data.mapping_start.anchor);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: on_close(tree, span); break;
    }
    return false;
}

bool yaml_read(const struct source *source, uint32_t start, uint32_t end, struct arena *arena,
               struct diag_list *diags, struct yaml_node **root)
{
    struct yaml_tree tree = {.source = source,
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
    yaml_parser_set_input_string(&parser, (const unsigned char *)tree.text.ptr, tree.text.len);
    for (bool ended = false; !ended && !tree.failed;) {
        if (!yaml_parser_parse(&parser, &event)) {
            syntax_error(&tree, &parser);
            break;
        }
        ended = handle_event(&tree, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    while (tree.depth > 0) /* it was left within them */
        map_free(&tree.levels[--tree.depth].keys);
    *root = tree.failed ? NULL : tree.root;
    return !tree.failed;
}

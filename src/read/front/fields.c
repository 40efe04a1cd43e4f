#include "read/front/fields.h"

#include <stddef.h>
#include <string.h>

#include "base/suggest.h"
#include "read/front/value.h"

/* What a member of struct meta is, and so how it is read, merged and emptied. */
enum field_store {
    STORE_TEXT,
    STORE_LIST,
    STORE_PAIRS,
    STORE_DATE,
    STORE_STATUS,
    STORE_PAGE,
    STORE_PRINT_LINKS,
    STORE_CONTACT, /* a mapping of keys of its own */
};

struct field {
    const char *key;
    unsigned places; /* of enum field_place */
    enum field_store store;
    size_t offset; /* in struct meta */
    union {
        value_text_reader *text;   /* STORE_TEXT */
        value_pairs_reader *pairs; /* STORE_PAIRS */
    };
};

/* The parts of a row behind its places. A member of another type does not compile, so that the
 * casts below are right. */
#define STORE(what, type, member)                                                                  \
    .store = (what),                                                                               \
    .offset = _Generic(((struct meta *)NULL)->member, type: offsetof(struct meta, member))
#define TEXT(member, how)  STORE(STORE_TEXT, struct meta_text, member), .text = (how)
#define PAIRS(member, how) STORE(STORE_PAIRS, struct meta_pairs, member), .pairs = (how)
#define LIST(member)       STORE(STORE_LIST, struct meta_list, member)
#define DATE(member)       STORE(STORE_DATE, struct meta_date, member)
#define OTHER(what)        .store = (what)

#define FRONT    FIELD_FRONT
#define CLINIC   (FIELD_SETTINGS | FIELD_CONTACT)
#define ANYWHERE (FIELD_FRONT | FIELD_SETTINGS)

static const struct field fields[] = {
    {"name", CLINIC, TEXT(contact.name, value_line)},
    {"tagline", CLINIC, TEXT(contact.tagline, value_line)},
    {"logo", CLINIC, TEXT(contact.logo, value_line)},
    {"address", CLINIC, TEXT(contact.address, value_lines)},
    {"phone", CLINIC, TEXT(contact.phone, value_line)},
    {"hours", CLINIC, TEXT(contact.hours, value_line)},
    {"email", CLINIC, TEXT(contact.email, value_email)},
    {"web", CLINIC, TEXT(contact.web, value_line)},
    {"formats", CLINIC, TEXT(contact.formats, value_line)},
    {"title", FRONT, TEXT(title, value_line)},
    {"subtitle", FRONT, TEXT(subtitle, value_line)},
    {"summary", FRONT, TEXT(summary, value_line)},
    {"lang", ANYWHERE, TEXT(lang, value_lang)},
    {"reference", FRONT, TEXT(reference, value_line)},
    {"version", FRONT, TEXT(version, value_line)},
    {"status", FRONT, OTHER(STORE_STATUS)},
    {"published", FRONT, DATE(published)},
    {"reviewed", FRONT, DATE(reviewed)},
    {"next_review", FRONT, DATE(next_review)},
    {"owner", FRONT, TEXT(owner, value_line)},
    {"authors", FRONT, LIST(authors)},
    {"reviewers", FRONT, LIST(reviewers)},
    {"keywords", FRONT, LIST(keywords)},
    {"sources", FRONT, LIST(sources)},
    {"audience", FRONT, TEXT(audience, value_line)},
    {"online", FRONT, TEXT(online, value_url)},
    {"contact", FRONT, OTHER(STORE_CONTACT)},
    {"page", ANYWHERE, OTHER(STORE_PAGE)},
    {"print_links", ANYWHERE, OTHER(STORE_PRINT_LINKS)},
    {"theme", ANYWHERE, PAIRS(theme, value_pairs)},
    {"words", ANYWHERE, PAIRS(words, value_words)},
};

#define FIELD_COUNT (sizeof fields / sizeof *fields)

static void *member_of(struct meta *meta, const struct field *field)
{
    return (char *)meta + field->offset;
}

static const void *value_of(const struct meta *meta, const struct field *field)
{
    return (const char *)meta + field->offset;
}

static void read_field(const struct field *field, const struct value *value, struct meta *meta)
{
    void *member = member_of(meta, field);
    switch (field->store) {
    case STORE_TEXT: field->text(value, member); break;
    case STORE_PAIRS: field->pairs(value, member); break;
    case STORE_LIST: value_list(value, member); break;
    case STORE_DATE: value_date(value, member); break;
    case STORE_STATUS: value_status(value, &meta->status); break;
    case STORE_PAGE: value_page(value, &meta->page, &meta->page_stated); break;
    case STORE_PRINT_LINKS: value_print_links(value, &meta->print_links); break;
    case STORE_CONTACT:
        if (value_is_mapping(value, "indent phone, email and so on below it, one a line"))
            fields_read(value->node, FIELD_CONTACT, value->arena, value->diags, meta);
        break;
    }
}

static const char *place_name(enum field_place place)
{
    switch (place) {
    case FIELD_FRONT: return "the front matter";
    case FIELD_SETTINGS: return "the settings";
    case FIELD_CONTACT: return "contact:";
    }
    return "";
}

static const struct field *find_field(enum field_place place, const char *key)
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (fields[i].places & place && strcmp(fields[i].key, key) == 0)
            return &fields[i];
    return NULL;
}

static void report_unknown(const struct value *value, enum field_place place)
{
    const struct yaml_node *node = value->node;
    const char *keys[FIELD_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (fields[i].places & place)
            keys[count++] = fields[i].key;
    const char *nearest = suggest_nearest(node->key, keys, count);
    enum field_place other = place == FIELD_FRONT ? FIELD_CONTACT : FIELD_FRONT;
    const char *hint = "leave it out, or put a # before it";
    if (find_field(other, node->key))
        hint = arena_format(value->arena, "it belongs in %s", place_name(other));
    else if (nearest)
        hint = arena_format(value->arena, "did you mean '%s'?", nearest);
    diag_add(value->diags, DIAG_CODE_KEY_UNKNOWN, node->key_span, hint,
             "there is no key '%s' in %s", node->key, place_name(place));
}

void fields_read(const struct yaml_node *map, enum field_place place, struct arena *arena,
                 struct diag_list *diags, struct meta *meta)
{
    struct value value = {map->first, arena, diags};
    for (; value.node; value.node = value.node->next) {
        const struct field *field = find_field(place, value.node->key);
        if (field)
            read_field(field, &value, meta);
        else
            report_unknown(&value, place);
    }
}

static void merge_text(struct meta_text *base, const struct meta_text *over)
{
    if (over->value)
        *base = *over;
}

static void merge_list(struct meta_list *base, const struct meta_list *over)
{
    if (over->count > 0)
        *base = *over;
}

static void merge_pairs(struct meta_pairs *base, const struct meta_pairs *over, struct arena *arena)
{
    if (over->count == 0)
        return;
    struct meta_pair *items = ARENA_ARRAY(arena, base->count + over->count, struct meta_pair);
    if (base->count > 0)
        memcpy(items, base->items, base->count * sizeof *items);
    memcpy(items + base->count, over->items, over->count * sizeof *items);
    *base = (struct meta_pairs){items, base->count + over->count};
}

static void merge_date(struct meta_date *base, const struct meta_date *over)
{
    if (over->year)
        *base = *over;
}

static void merge_page(struct meta *base, const struct meta *over)
{
    if (over->page_stated)
        base->page = over->page;
    base->page_stated = base->page_stated || over->page_stated;
}

static void merge_field(const struct field *field, struct meta *base, const struct meta *over,
                        struct arena *arena)
{
    void *to = member_of(base, field);
    const void *from = value_of(over, field);
    switch (field->store) {
    case STORE_TEXT: merge_text(to, from); break;
    case STORE_LIST: merge_list(to, from); break;
    case STORE_PAIRS: merge_pairs(to, from, arena); break;
    case STORE_DATE: merge_date(to, from); break;
    case STORE_STATUS:
        if (over->status != META_STATUS_NONE)
            base->status = over->status;
        break;
    case STORE_PAGE: merge_page(base, over); break;
    case STORE_PRINT_LINKS:
        if (over->print_links != META_LINKS_DEFAULT)
            base->print_links = over->print_links;
        break;
    case STORE_CONTACT: break; /* by its own keys */
    }
}

void fields_merge(struct meta *base, const struct meta *over, struct arena *arena)
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        merge_field(&fields[i], base, over, arena);
}

static void drop_empty(const struct field *field, struct meta *meta)
{
    switch (field->store) {
    case STORE_TEXT: {
        struct meta_text *text = member_of(meta, field);
        if (text->value && !*text->value)
            text->value = NULL;
        break;
    }
    case STORE_LIST:
    case STORE_PAIRS:
    case STORE_DATE:
    case STORE_STATUS:
    case STORE_PAGE:
    case STORE_PRINT_LINKS:
    case STORE_CONTACT: break; /* an empty value was never put in */
    }
}

void fields_finish(struct meta *meta)
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        drop_empty(&fields[i], meta);
}

bool fields_lost(const struct diag_list *diags)
{
    return diags->per_code[DIAG_CODE_YAML_SYNTAX] > 0 ||
           diags->per_code[DIAG_CODE_YAML_ALIAS] > 0 ||
           diags->per_code[DIAG_CODE_YAML_TOO_DEEP] > 0 ||
           diags->per_code[DIAG_CODE_VALUE_TYPE] > 0;
}

#include "read/front/fields.h"

#include <stddef.h>
#include <string.h>

#include "base/suggest.h"
#include "read/front/names.h"
#include "read/front/slips.h"
#include "read/front/value.h"

/* What a member of struct meta is, and so how it is read and merged. */
enum field_store {
    STORE_TEXT,
    STORE_LIST,
    STORE_DATE,
    STORE_PAIRS,
    STORE_STATUS,
    STORE_PAGE,
    STORE_PRINT_LINKS,
    STORE_PICTURES,
    STORE_CONTACT, /* a mapping of keys of its own */
};

struct field {
    const char *key;
    unsigned places; /* of enum field_place */
    enum field_store store;
    size_t offset, size;     /* in struct meta */
    value_text_reader *text; /* STORE_TEXT; NULL: one line */
    bool words;              /* STORE_PAIRS: see value_pairs */
    bool linked;             /* STORE_LIST: see value_list */
};

/* The member of struct meta that a row is about. What it is follows from its type, so that each
 * void pointer below points at what its case says; another type does not compile. */
#define OF_META(member) ((struct meta *)NULL)->member
#define AT(member)                                                                                 \
    .store = _Generic(OF_META(member),                                                             \
        struct meta_text: STORE_TEXT,                                                              \
        struct meta_list: STORE_LIST,                                                              \
        struct meta_date: STORE_DATE,                                                              \
        struct meta_pairs: STORE_PAIRS,                                                            \
        enum meta_status: STORE_STATUS,                                                            \
        enum meta_page: STORE_PAGE,                                                                \
        enum meta_print_links: STORE_PRINT_LINKS,                                                  \
        enum meta_pictures: STORE_PICTURES,                                                        \
        struct meta_contact: STORE_CONTACT),                                                       \
    .offset = offsetof(struct meta, member), .size = sizeof(OF_META(member))

#define FRONT    FIELD_FRONT
#define CLINIC   (FIELD_SETTINGS | FIELD_CONTACT)
#define ANYWHERE (FIELD_FRONT | FIELD_SETTINGS)

static const struct field fields[] = {
    {"name", CLINIC, AT(contact.name)},
    {"tagline", CLINIC, AT(contact.tagline)},
    {"logo", CLINIC, AT(contact.logo)},
    {"address", CLINIC, AT(contact.address), .text = value_lines},
    {"phone", CLINIC, AT(contact.phone)},
    {"hours", CLINIC, AT(contact.hours)},
    {"email", CLINIC, AT(contact.email), .text = value_email},
    {"web", CLINIC, AT(contact.web)},
    {"formats", CLINIC, AT(contact.formats)},
    {"title", FRONT, AT(title)},
    {"subtitle", FRONT, AT(subtitle)},
    {"summary", FRONT, AT(summary)},
    {"lang", ANYWHERE, AT(lang), .text = value_lang},
    {"reference", FRONT, AT(reference)},
    {"version", FRONT, AT(version)},
    {"status", FRONT, AT(status)},
    {"published", FRONT, AT(published)},
    {"reviewed", FRONT, AT(reviewed)},
    {"next_review", FRONT, AT(next_review)},
    {"owner", FRONT, AT(owner)},
    {"authors", FRONT, AT(authors), .linked = true},
    {"reviewers", FRONT, AT(reviewers), .linked = true},
    {"keywords", FRONT, AT(keywords)},
    {"sources", FRONT, AT(sources), .linked = true},
    {"audience", FRONT, AT(audience)},
    {"online", FRONT, AT(online), .text = value_url},
    {"site", ANYWHERE, AT(site), .text = value_url},
    {"contact", FRONT, AT(contact)},
    {"page", ANYWHERE, AT(page)},
    {"print_links", ANYWHERE, AT(print_links)},
    {"pictures", ANYWHERE, AT(pictures)},
    {"theme", ANYWHERE, AT(theme)},
    {"words", ANYWHERE, AT(words), .words = true},
};

#define FIELD_COUNT (sizeof fields / sizeof *fields)

static void read_mapping(const struct value *mapping, enum field_place place, struct meta *meta);

static void read_field(const struct field *field, const struct value *value, struct meta *meta)
{
    void *member = (char *)meta + field->offset;
    switch (field->store) {
    case STORE_TEXT: (field->text ? field->text : value_line)(value, member); break;
    case STORE_LIST: value_list(value, field->linked, member); break;
    case STORE_DATE: value_date(value, member); break;
    case STORE_STATUS: value_status(value, member); break;
    case STORE_PAGE: value_page(value, member, &meta->page_stated); break;
    case STORE_PRINT_LINKS: value_print_links(value, member); break;
    case STORE_PICTURES: value_pictures(value, member); break;
    case STORE_PAIRS: value_pairs(value, field->words, member); break;
    case STORE_CONTACT:
        if (value_is_mapping(value, "indent phone, email and so on below it, one a line"))
            read_mapping(value, FIELD_CONTACT, meta);
        break;
    }
}

static const struct field *find_field(enum field_place place, const char *key)
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (fields[i].places & place && strcmp(fields[i].key, key) == 0)
            return &fields[i];
    return NULL;
}

bool fields_is_key(struct slice name)
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (slice_equal_nocase(name, slice_from(fields[i].key)))
            return true;
    return false;
}

static const char *place_name(enum field_place place)
{
    return place == FIELD_FRONT      ? "the front matter"
           : place == FIELD_SETTINGS ? "the settings"
                                     : "contact:";
}

/* What to do about a key that is another name for one of ours, or stands in the wrong place; NULL:
 * it is neither. */
static const char *hint_known(struct arena *arena, const char *written, enum field_place place)
{
    const char *key = names_key(arena, written);
    bool same = strcmp(key, written) == 0;
    const char *to = same ? "" : arena_format(arena, "did you mean '%s'? ", key);
    enum field_place other = place == FIELD_FRONT ? FIELD_CONTACT : FIELD_FRONT;
    if (find_field(place, key))
        return arena_format(arena, "did you mean '%s'?", key);
    if (names_is_theme(key))
        return arena_format(arena, "%sit belongs under theme:", to);
    if (!find_field(other, key) && place == FIELD_CONTACT)
        other = FIELD_SETTINGS;
    if (!find_field(other, key))
        return NULL;
    return arena_format(arena, "%sit belongs %s %s", to, other == FIELD_CONTACT ? "under" : "in",
                        place_name(other));
}

static void report_unknown(const struct value *value, enum field_place place)
{
    const struct yaml_node *node = value->node;
    const char *keys[FIELD_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (fields[i].places & place)
            keys[count++] = fields[i].key;
    const char *hint = strcmp(node->key, "draft") == 0 ? "write status: draft, or draft: false"
                                                       : hint_known(value->arena, node->key, place);
    const char *nearest = hint ? NULL : suggest_nearest(node->key, keys, count);
    if (nearest)
        hint = arena_format(value->arena, "did you mean '%s'?", nearest);
    diag_add(value->diags, DIAG_CODE_KEY_UNKNOWN, node->key_span,
             hint ? hint : "leave it out, or put a # before it", "there is no key '%s' in %s",
             node->key, place_name(place));
}

/* Behind all that is written below the key. */
static uint32_t end_of(const struct yaml_node *node)
{
    uint32_t end = node->span.offset + node->span.len;
    for (const struct yaml_node *at = node->first; at; at = at->next) {
        uint32_t child = end_of(at);
        end = child > end ? child : end;
    }
    return end;
}

/* A key that a site generator reads from the same file; but a draft is one for leafset too. */
static bool is_foreign(const struct yaml_node *node)
{
    if (strcmp(node->key, "draft") == 0)
        return strcmp(node->text, "false") == 0;
    return names_is_foreign(node->key);
}

static void read_mapping(const struct value *mapping, enum field_place place, struct meta *meta)
{
    struct value value = *mapping;
    for (value.node = mapping->node->first; value.node; value.node = value.node->next) {
        const struct field *field = find_field(place, value.node->key);
        if (field)
            read_field(field, &value, meta);
        else if (place == FIELD_FRONT && is_foreign(value.node))
            value_pass(&value, value.node->key_span.offset, end_of(value.node));
        else
            report_unknown(&value, place);
    }
}

void fields_read(const struct source *source, uint32_t start, uint32_t end, enum field_place place,
                 struct arena *arena, struct diag_list *diags, struct meta *meta)
{
    struct yaml_node *root;
    bool front = place == FIELD_FRONT;
    if (slips_find(source, start, end, fields_is_key, arena, diags) ||
        !yaml_read(source, start, end, arena, diags, &root) || !root)
        return;
    if (root->kind == YAML_MAP)
        read_mapping(&(struct value){root, arena, diags, &meta->passed}, place, meta);
    else
        diag_add(diags, DIAG_CODE_VALUE_TYPE, root->span,
                 front ? "write lines of the form key: value; if the leaflet begins with a line, "
                         "use *** for it"
                       : "write lines of the form key: value, such as name: Riverside Skin Clinic",
                 "%s %s %s, but must be a mapping", place_name(place), front ? "is" : "are",
                 yaml_kind_name(root->kind));
}

/* Puts the pairs of over behind those of base: of equal keys the last counts. */
static void join_pairs(struct meta_pairs *base, const struct meta_pairs *over, struct arena *arena)
{
    if (over->count == 0)
        return;
    struct meta_pair *items = ARENA_ARRAY(arena, base->count + over->count, struct meta_pair);
    if (base->count > 0)
        memcpy(items, base->items, base->count * sizeof *items);
    memcpy(items + base->count, over->items, over->count * sizeof *items);
    *base = (struct meta_pairs){items, base->count + over->count};
}

/* Takes the value of over, should it have one. */
static void merge_field(const struct field *field, struct meta *base, const struct meta *over,
                        struct arena *arena)
{
    void *to = (char *)base + field->offset;
    const void *from = (const char *)over + field->offset;
    bool has_value = false;
    switch (field->store) {
    case STORE_TEXT: has_value = ((const struct meta_text *)from)->value != NULL; break;
    case STORE_LIST: has_value = ((const struct meta_list *)from)->count > 0; break;
    case STORE_DATE: has_value = ((const struct meta_date *)from)->year != 0; break;
    case STORE_PAIRS: join_pairs(to, from, arena); break;
    case STORE_STATUS: has_value = over->status != META_STATUS_NONE; break;
    case STORE_PAGE: has_value = over->page_stated; break;
    case STORE_PRINT_LINKS: has_value = over->print_links != META_LINKS_DEFAULT; break;
    case STORE_PICTURES: has_value = over->pictures != META_PICTURES_DEFAULT; break;
    case STORE_CONTACT: break; /* its keys have rows of their own */
    }
    if (has_value)
        memcpy(to, from, field->size);
}

void fields_merge(struct meta *base, const struct meta *over, struct arena *arena)
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        merge_field(&fields[i], base, over, arena);
    base->page_stated = base->page_stated || over->page_stated;
    if (over->passed)
        base->passed = over->passed;
}

void fields_finish(struct meta *meta)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (fields[i].store != STORE_TEXT)
            continue;
        struct meta_text *text = (void *)((char *)meta + fields[i].offset);
        if (text->value && !*text->value)
            text->value = NULL;
    }
}

bool fields_lost(const struct diag_list *diags)
{
    return diags->per_code[DIAG_CODE_YAML_SYNTAX] > 0 ||
           diags->per_code[DIAG_CODE_YAML_ALIAS] > 0 ||
           diags->per_code[DIAG_CODE_YAML_TOO_DEEP] > 0 ||
           diags->per_code[DIAG_CODE_VALUE_TYPE] > 0 ||
           diags->per_code[DIAG_CODE_VALUE_COMMENT] > 0;
}

#include "read/front/fields.h"

#include <string.h>

#include "base/suggest.h"
#include "doc/theme.h"
#include "read/front/judgements.h"
#include "read/front/names.h"
#include "read/front/panel.h"
#include "read/front/paper.h"
#include "read/front/slips.h"
#include "read/front/value.h"

static void read_mapping(const struct value *mapping, enum field_place place, struct meta *meta);

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

static const char *hint_keys(struct arena *arena, enum field_place below)
{
    const char *keys[2] = {"", ""};
    size_t count = 0;
    for (const struct field *field = field_table; field->key && count < 2; field++)
        if (field->places & below && field->store == STORE_TEXT)
            keys[count++] = field->key;
    return arena_format(arena, "indent %s, %s and so on below it, one a line", keys[0], keys[1]);
}

static void read_field(const struct field *field, const struct value *value, struct meta *meta)
{
    void *member = (char *)meta + field->offset;
    switch (field->store) {
    case STORE_TEXT: (field->text ? field->text : value_line)(value, member); break;
    case STORE_LIST: value_list(value, field->linked, member); break;
    case STORE_DATE: value_date(value, member); break;
    case STORE_STATUS: value_status(value, member); break;
    case STORE_PAPER: value_paper(value, member); break;
    case STORE_FIT: value_fit(value, member); break;
    case STORE_PRINT_LINKS: value_print_links(value, member); break;
    case STORE_OTHER_KEYS: value_other_keys(value, member); break;
    case STORE_PICTURES: value_pictures(value, member); break;
    case STORE_SWITCH: value_switch(value, member); break;
    case STORE_PAIRS:
        value_pairs(value, field->pairs == PAIRS_WORDS, member);
        if (field->pairs == PAIRS_ALLOW ||
            field->pairs == PAIRS_SECTIONS) /* for whoever checks, in no output */
            value_pass(value, value->node->key_span.offset, end_of(value->node));
        break;
    case STORE_LANGUAGES: value_languages(value, member); break;
    case STORE_JUDGEMENTS:
        value_judgements(value, member);
        value_pass(value, value->node->key_span.offset, end_of(value->node)); /* in no output */
        break;
    case STORE_KEYS:
        if (value_is_mapping(value, hint_keys(value->arena, field->below)))
            read_mapping(value, field->below, meta);
        if (field->below == FIELD_ACCESSIBILITY) /* for the package document, in another form */
            value_pass(value, value->node->key_span.offset, end_of(value->node));
        break;
    }
}

static const struct field *find_field(enum field_place place, const char *key)
{
    for (const struct field *field = field_table; field->key; field++)
        if (field->places & place && strcmp(field->key, key) == 0)
            return field;
    return NULL;
}

bool fields_is_key(struct slice name)
{
    for (const struct field *field = field_table; field->key; field++)
        if (slice_equal_nocase(name, slice_from(field->key)))
            return true;
    return false;
}

static const char *place_name(enum field_place place)
{
    return place == FIELD_FRONT      ? "the front matter"
           : place == FIELD_SETTINGS ? "the settings"
           : place == FIELD_CONTACT  ? "contact:"
           : place == FIELD_RULES    ? "the rules"
                                     : "accessibility:";
}

/* What to do about a key that is another name for one of ours, or stands in the wrong place; NULL:
 * it is neither. */
static const char *hint_known(struct arena *arena, const char *written, enum field_place place)
{
    const char *key = names_key(arena, written);
    bool same = strcmp(key, written) == 0;
    const char *to = same ? "" : arena_format(arena, "did you mean '%s'? ", key);
    if (find_field(place, key))
        return arena_format(arena, "did you mean '%s'?", key);
    if (theme_find(key) != THEME_KEY_COUNT)
        return arena_format(arena, "%sit belongs under theme:", to);
    static const enum field_place others[] = {FIELD_CONTACT, FIELD_FRONT, FIELD_SETTINGS,
                                              FIELD_ACCESSIBILITY};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        bool under = others[i] == FIELD_CONTACT || others[i] == FIELD_ACCESSIBILITY;
        if (find_field(others[i], key))
            return arena_format(arena, "%sit belongs %s %s", to, under ? "under" : "in",
                                place_name(others[i]));
    }
    return NULL;
}

/* The key of the place that is spelled most like it, or NULL. */
static const char *nearest_key(const char *written, enum field_place place)
{
    const char *keys[FIELD_COUNT_MOST];
    size_t count = 0;
    for (const struct field *field = field_table; field->key && count < FIELD_COUNT_MOST; field++)
        if (field->places & place)
            keys[count++] = field->key;
    return suggest_nearest(written, keys, count);
}

static const char *hint_unknown(struct arena *arena, const char *written, enum field_place place)
{
    if (strcmp(written, "draft") == 0)
        return "write status: draft, or draft: false";
    bool rules = place == FIELD_RULES && !nearest_key(written, place);
    const char *hint = rules ? "a file of rules has check: alone; the rest belongs in clinic.yml"
                             : hint_known(arena, written, place);
    const char *nearest = hint ? NULL : nearest_key(written, place);
    return nearest ? arena_format(arena, "did you mean '%s'?", nearest) : hint;
}

/* A key that a site generator reads from the same file; but a draft is one for leafset too. */
static bool is_foreign(const struct yaml_node *node)
{
    if (strcmp(node->key, "draft") == 0)
        return strcmp(node->text, "false") == 0;
    return names_is_foreign(node->key);
}

/* A key that nobody knows: what it is told as, fields_tell_others says. */
static void add_other(const struct value *value, struct meta *meta)
{
    struct meta_other *other = ARENA_NEW(value->arena, struct meta_other);
    *other = (struct meta_other){value->node->key, value->node->key_span, meta->others};
    meta->others = other;
}

/* The key that is meant beyond doubt: of the title or the language, or one in capitals. It is told
 * all the same. NULL: there is none, or it stands there too. */
static const struct field *meant_field(const struct value *value, const struct yaml_node *mapping,
                                       enum field_place place)
{
    const char *written = value->node->key, *key = names_key(value->arena, written);
    bool sure = strcmp(key, "title") == 0 || strcmp(key, "lang") == 0 ||
                slice_equal_nocase(slice_from(key), slice_from(written));
    const struct field *field = sure ? find_field(place, key) : NULL;
    return field && !yaml_get(mapping, key) ? field : NULL;
}

static void read_unknown(const struct value *value, const struct yaml_node *mapping,
                         enum field_place place, struct meta *meta)
{
    const struct yaml_node *node = value->node;
    const char *hint = hint_unknown(value->arena, node->key, place);
    if (place == FIELD_FRONT && (is_foreign(node) || !hint))
        value_pass(value, node->key_span.offset, end_of(node));
    if (place == FIELD_FRONT && is_foreign(node))
        return;
    bool sentence = strchr(node->key, ' ') != NULL;
    if (place == FIELD_FRONT && !hint && !sentence) {
        add_other(value, meta);
        return;
    }
    if (!hint)
        hint = sentence ? "if it goes on with the line above, begin it further right; a colon in "
                          "it needs quotes around the whole value"
                        : "leave it out, or put a # before it";
    diag_add(value->diags, DIAG_CODE_KEY_UNKNOWN, node->key_span, hint,
             "there is no key '%s' in %s", node->key, place_name(place));
    const struct field *meant = meant_field(value, mapping, place);
    if (meant)
        read_field(meant, value, meta);
}

static void read_mapping(const struct value *mapping, enum field_place place, struct meta *meta)
{
    struct value value = *mapping;
    for (value.node = mapping->node->first; value.node; value.node = value.node->next) {
        const struct field *field = find_field(place, value.node->key);
        if (field)
            read_field(field, &value, meta);
        else
            read_unknown(&value, mapping->node, place, meta);
    }
}

void fields_tell_others(const struct meta *meta, struct diag_list *diags)
{
    for (const struct meta_other *other = meta->others; other; other = other->next)
        diag_add(diags, DIAG_CODE_KEY_OTHER, other->span,
                 "leave it out; or, if another program reads it, write other_keys: ignore in "
                 "clinic.yml",
                 "there is no key '%s' in the front matter (told once for all leaflets)",
                 other->key);
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
                 arena_format(arena, "write lines of the form key: value%s%s",
                              root->kind == YAML_LIST ? ", without - before them" : "",
                              front ? "; if the leaflet begins with a line, use *** for it"
                                    : ", such as name: Riverside Skin Clinic"),
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
    case STORE_PAPER: has_value = over->paper.value != NULL; break;
    case STORE_FIT: has_value = over->fit.pages != 0; break;
    case STORE_PRINT_LINKS: has_value = over->print_links != META_LINKS_DEFAULT; break;
    case STORE_OTHER_KEYS: has_value = over->other_keys != META_OTHER_DEFAULT; break;
    case STORE_PICTURES: has_value = over->pictures != META_PICTURES_DEFAULT; break;
    case STORE_SWITCH: has_value = *(const enum meta_switch *)from != META_SWITCH_NONE; break;
    case STORE_LANGUAGES: has_value = over->languages.items != NULL; break;
    case STORE_JUDGEMENTS: has_value = over->judged.count > 0; break;
    case STORE_KEYS: break;
    }
    if (has_value)
        memcpy(to, from, field->size);
}

void fields_merge(struct meta *base, const struct meta *over, struct arena *arena)
{
    for (const struct field *field = field_table; field->key; field++)
        merge_field(field, base, over, arena);
    if (over->passed)
        base->passed = over->passed;
    if (over->others)
        base->others = over->others;
}

void fields_finish(struct meta *meta)
{
    for (const struct field *field = field_table; field->key; field++) {
        if (field->store != STORE_TEXT)
            continue;
        struct meta_text *text = (void *)((char *)meta + field->offset);
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

#include "read/front/fields.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/suggest.h"
#include "image/image.h"
#include "read/front/date.h"
#include "read/passes/links.h"
#include "text/text.h"
#include "text/words.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define AT(member)   offsetof(struct meta, member)

static const struct field contact_fields[] = {
    {"name", FIELD_TEXT, AT(contact.name)},       {"tagline", FIELD_TEXT, AT(contact.tagline)},
    {"logo", FIELD_TEXT, AT(contact.logo)},       {"address", FIELD_LINES, AT(contact.address)},
    {"phone", FIELD_TEXT, AT(contact.phone)},     {"hours", FIELD_TEXT, AT(contact.hours)},
    {"email", FIELD_EMAIL, AT(contact.email)},    {"web", FIELD_TEXT, AT(contact.web)},
    {"formats", FIELD_TEXT, AT(contact.formats)},
};

static const struct field settings_fields[] = {
    {"name", FIELD_TEXT, AT(contact.name)},
    {"tagline", FIELD_TEXT, AT(contact.tagline)},
    {"logo", FIELD_TEXT, AT(contact.logo)},
    {"address", FIELD_LINES, AT(contact.address)},
    {"phone", FIELD_TEXT, AT(contact.phone)},
    {"hours", FIELD_TEXT, AT(contact.hours)},
    {"email", FIELD_EMAIL, AT(contact.email)},
    {"web", FIELD_TEXT, AT(contact.web)},
    {"formats", FIELD_TEXT, AT(contact.formats)},
    {"lang", FIELD_LANG, AT(lang)},
    {"page", FIELD_PAGE, AT(page)},
    {"print_links", FIELD_LINKS, AT(print_links)},
    {"theme", FIELD_PAIRS, AT(theme)},
    {"words", FIELD_WORDS, AT(words)},
};

static const struct field front_fields[] = {
    {"title", FIELD_TEXT, AT(title)},         {"subtitle", FIELD_TEXT, AT(subtitle)},
    {"summary", FIELD_TEXT, AT(summary)},     {"lang", FIELD_LANG, AT(lang)},
    {"reference", FIELD_TEXT, AT(reference)}, {"version", FIELD_TEXT, AT(version)},
    {"status", FIELD_STATUS, AT(status)},     {"published", FIELD_DATE, AT(published)},
    {"reviewed", FIELD_DATE, AT(reviewed)},   {"next_review", FIELD_DATE, AT(next_review)},
    {"owner", FIELD_TEXT, AT(owner)},         {"authors", FIELD_LIST, AT(authors)},
    {"reviewers", FIELD_LIST, AT(reviewers)}, {"keywords", FIELD_LIST, AT(keywords)},
    {"sources", FIELD_LIST, AT(sources)},     {"audience", FIELD_TEXT, AT(audience)},
    {"online", FIELD_URL, AT(online)},        {"contact", FIELD_CONTACT, 0},
    {"page", FIELD_PAGE, AT(page)},           {"print_links", FIELD_LINKS, AT(print_links)},
    {"theme", FIELD_PAIRS, AT(theme)},        {"words", FIELD_WORDS, AT(words)},
};

const struct field_table fields_contact = {contact_fields, COUNT(contact_fields),
                                           "contact:", &fields_front};
const struct field_table fields_settings = {settings_fields, COUNT(settings_fields), "the settings",
                                            &fields_front};
const struct field_table fields_front = {front_fields, COUNT(front_fields), "the front matter",
                                         &fields_contact};

struct reading {
    struct arena *arena;
    struct diag_list *diags;
    struct meta *meta;
};

static void wrong_type(struct reading *r, const struct yaml_node *node, const char *wanted,
                       const char *hint)
{
    diag_add(r->diags, DIAG_CODE_VALUE_TYPE, node->span, hint, "'%s' is %s, but must be %s",
             node->key ? node->key : "an item", yaml_kind_name(node->kind), wanted);
}

static void wrong_form(struct reading *r, const struct yaml_node *node, const char *hint)
{
    diag_add(r->diags, DIAG_CODE_VALUE_FORM, node->span, hint, "'%s' cannot be '%s'", node->key,
             node->text);
}

/* The value's own bytes, without quotes, when they stand in the source as they are. */
static struct span exact_span(const struct yaml_node *node, const char *value)
{
    struct span span = node->span;
    if (!span.source || !*value)
        return span;
    struct slice written = slice_sub(span.source->text, span.offset, span.len);
    const char *found = memmem(written.ptr, written.len, value, strlen(value));
    if (!found)
        return span;
    span.offset += (uint32_t)(found - written.ptr);
    span.len = (uint32_t)strlen(value);
    return span;
}

/* One line: white space around is dropped, line ends and runs of spaces become one space. With
 * lines, line ends stay. */
static const char *tidy(struct arena *arena, const char *text, bool lines)
{
    struct buf out = {0};
    bool space = false, newline = false;
    for (; *text; text++) {
        if (ascii_is_space(*text)) {
            space = true;
            newline = newline || *text == '\n';
            continue;
        }
        if (space && out.len > 0)
            buf_put_char(&out, newline && lines ? '\n' : ' ');
        space = newline = false;
        buf_put_char(&out, *text);
    }
    const char *tidied = arena_string(arena, buf_slice(&out));
    buf_free(&out);
    return tidied;
}

static struct meta_text make_text(struct reading *r, const struct yaml_node *node, bool lines)
{
    struct meta_text text = {.value = tidy(r->arena, node->text, lines)};
    text.span = exact_span(node, text.value);
    return text;
}

static bool read_text(struct reading *r, const struct yaml_node *node, struct meta_text *out)
{
    if (node->kind != YAML_TEXT) {
        wrong_type(r, node, "a text", "write it as key: value in one line");
        return false;
    }
    *out = make_text(r, node, false);
    return true;
}

static void read_lines(struct reading *r, const struct yaml_node *node, struct meta_text *out)
{
    struct buf all = {0};
    if (node->kind == YAML_TEXT) {
        *out = make_text(r, node, true);
        return;
    }
    bool texts = node->kind == YAML_LIST;
    for (const struct yaml_node *item = node->first; item && texts; item = item->next) {
        texts = item->kind == YAML_TEXT;
        buf_put_string(&all, all.len > 0 ? "\n" : "");
        buf_put_string(&all, item->text);
    }
    if (texts)
        *out = (struct meta_text){all.len > 0 ? tidy(r->arena, all.data, true) : "", node->span};
    else
        wrong_type(r, node, "a text or a list of lines", NULL);
    buf_free(&all);
}

static void read_list(struct reading *r, const struct yaml_node *node, struct meta_list *out)
{
    size_t count = 0;
    if (node->kind == YAML_MAP) {
        wrong_type(r, node, "a list of texts", "write one item a line, each after \"- \"");
        return;
    }
    const struct yaml_node *first = node->kind == YAML_LIST ? node->first : node;
    for (const struct yaml_node *item = first; item; item = item->next)
        count++;
    struct meta_text *items = ARENA_ARRAY(r->arena, count + 1, struct meta_text);
    count = 0;
    for (const struct yaml_node *item = first; item;
         item = node->kind == YAML_LIST ? item->next : NULL) {
        if (item->kind != YAML_TEXT)
            diag_add(r->diags, DIAG_CODE_VALUE_TYPE, item->span,
                     "put the item into quotes if it holds a colon",
                     "an item of '%s' is %s, but must be a text", node->key,
                     yaml_kind_name(item->kind));
        else if (*(items[count] = make_text(r, item, false)).value)
            count++;
    }
    *out = (struct meta_list){items, count};
}

static void read_date(struct reading *r, const struct yaml_node *node, struct meta_date *out)
{
    struct meta_text text;
    const char *hint;
    if (!read_text(r, node, &text) || !*text.value)
        return;
    if (date_parse(text.value, r->arena, out, &hint))
        out->span = text.span;
    else
        wrong_form(r, node, hint);
}

/* A wrong tag counts as English, so that one mistake gives one message. */
static void read_lang(struct reading *r, const struct yaml_node *node, struct meta_text *out)
{
    if (!read_text(r, node, out) || !*out->value || text_lang_is_valid(out->value))
        return;
    char *mended = arena_string(r->arena, slice_from(out->value));
    for (char *at = mended; *at; at++)
        if (*at == '_')
            *at = '-';
    wrong_form(r, node,
               text_lang_is_valid(mended)
                   ? arena_format(r->arena, "write %s", mended)
                   : "write a language tag (BCP 47), such as en, en-GB, fr or ar");
    out->value = text_lang_is_valid(mended) ? mended : "en";
}

static void read_url(struct reading *r, const struct yaml_node *node, struct meta_text *out)
{
    if (!read_text(r, node, out) || !*out->value)
        return;
    struct slice url = slice_from(out->value), address = read_address(r->arena, url);
    bool http = slice_starts(url, "https://") || slice_starts(url, "http://");
    if (address.len > IMAGE_QR_MOST) {
        wrong_form(r, node, "shorten the address: no readable QR code holds more than 331 bytes");
        out->value = NULL;
        return;
    }
    if (http && slice_find(url, ' ') == url.len && address.len > 0)
        return;
    wrong_form(r, node, "write the whole address, such as https://www.example.org/leaflet");
    out->value = NULL;
}

static void read_email(struct reading *r, const struct yaml_node *node, struct meta_text *out)
{
    if (!read_text(r, node, out) || !*out->value)
        return;
    struct slice email = slice_from(out->value);
    size_t at = slice_find(email, '@');
    struct slice host = slice_sub(email, at + 1, email.len);
    if (at > 0 && host.len > 0 && slice_find(host, '@') == host.len &&
        slice_find(email, ' ') == email.len && slice_find(email, ':') == email.len)
        return;
    wrong_form(r, node, "write the address alone, such as clinic@example.org");
    out->value = NULL;
}

/* The place of a value in a list of names, or -1 after a diagnostic. */
static int read_choice(struct reading *r, const struct yaml_node *node, const char *const *names,
                       int count, const char *hint)
{
    struct meta_text text;
    if (!read_text(r, node, &text) || !*text.value)
        return -1;
    for (int i = 0; i < count; i++)
        if (strcmp(text.value, names[i]) == 0)
            return i;
    wrong_form(r, node, hint);
    return -1;
}

static void read_status(struct reading *r, const struct yaml_node *node, enum meta_status *out)
{
    static const char *const names[] = {"draft", "final"};
    int choice = read_choice(r, node, names, 2, "write draft or final");
    if (choice >= 0)
        *out = choice == 0 ? META_STATUS_DRAFT : META_STATUS_FINAL;
}

static void read_page(struct reading *r, const struct yaml_node *node)
{
    static const char *const names[] = {
        [META_PAGE_A4] = "a4", [META_PAGE_A5] = "a5", [META_PAGE_LETTER] = "letter"};
    int choice = read_choice(r, node, names, 3, "write a4, a5 or letter");
    if (choice < 0)
        return;
    r->meta->page = (enum meta_page)choice;
    r->meta->page_stated = true;
}

static void read_links_mode(struct reading *r, const struct yaml_node *node,
                            enum meta_print_links *out)
{
    static const char *const names[] = {"inline", "list", "none"};
    static const enum meta_print_links values[] = {META_LINKS_INLINE, META_LINKS_LIST,
                                                   META_LINKS_NONE};
    int choice = read_choice(r, node, names, 3, "write inline, list or none");
    if (choice >= 0)
        *out = values[choice];
}

static void unknown_word(struct reading *r, const struct yaml_node *node)
{
    const char *names[WORD_COUNT];
    for (int i = 0; i < WORD_COUNT; i++)
        names[i] = words_key((enum word)i);
    const char *nearest = suggest_nearest(node->key, names, WORD_COUNT);
    diag_add(r->diags, DIAG_CODE_KEY_UNKNOWN, node->key_span,
             nearest ? arena_format(r->arena, "did you mean '%s'?", nearest)
                     : "leave it out: nothing is worded by it",
             "there is no word '%s'", node->key);
}

/* Own wording must keep the places of numbers and names: "Page {1} of {2}". */
static bool keeps_places(struct reading *r, const struct yaml_node *node, enum word word)
{
    const char *english = words_get("en", word);
    for (const char *at = strchr(english, '{'); at; at = strchr(at + 1, '{')) {
        char place[4] = {at[0], at[1], at[2], '\0'};
        if (strstr(node->text, place))
            continue;
        diag_add(r->diags, DIAG_CODE_VALUE_FORM, node->span,
                 arena_format(r->arena, "word it like \"%s\"", english),
                 "the wording of '%s' lacks %s", node->key, place);
        return false;
    }
    return true;
}

static void read_pairs(struct reading *r, const struct yaml_node *node, bool words,
                       struct meta_pairs *out)
{
    if (node->kind != YAML_MAP) {
        if (node->kind != YAML_TEXT || *node->text)
            wrong_type(r, node, "a mapping", "indent its keys below it, one a line");
        return;
    }
    struct meta_pair *items = ARENA_ARRAY(r->arena, node->weight, struct meta_pair);
    size_t count = 0;
    for (const struct yaml_node *at = node->first; at; at = at->next) {
        struct meta_text text;
        enum word word = words ? words_find(at->key) : WORD_COUNT;
        if (words && word == WORD_COUNT)
            unknown_word(r, at);
        else if (read_text(r, at, &text) && *text.value && (!words || keeps_places(r, at, word)))
            items[count++] = (struct meta_pair){at->key, text.value, at->key_span, text.span};
    }
    *out = (struct meta_pairs){items, count};
}

static void read_contact(struct reading *r, const struct yaml_node *node)
{
    if (node->kind == YAML_MAP)
        fields_read(node, &fields_contact, r->arena, r->diags, r->meta);
    else if (node->kind != YAML_TEXT || *node->text)
        wrong_type(r, node, "a mapping", "indent phone, email and so on below it, one a line");
}

static void read_field(struct reading *r, const struct field *field, const struct yaml_node *node)
{
    void *out = (char *)r->meta + field->offset;
    switch (field->type) {
    case FIELD_TEXT: read_text(r, node, out); break;
    case FIELD_LINES: read_lines(r, node, out); break;
    case FIELD_LIST: read_list(r, node, out); break;
    case FIELD_LANG: read_lang(r, node, out); break;
    case FIELD_URL: read_url(r, node, out); break;
    case FIELD_EMAIL: read_email(r, node, out); break;
    case FIELD_DATE: read_date(r, node, out); break;
    case FIELD_STATUS: read_status(r, node, out); break;
    case FIELD_PAGE: read_page(r, node); break;
    case FIELD_LINKS: read_links_mode(r, node, out); break;
    case FIELD_PAIRS: read_pairs(r, node, false, out); break;
    case FIELD_WORDS: read_pairs(r, node, true, out); break;
    case FIELD_CONTACT: read_contact(r, node); break;
    }
}

static const struct field *find_field(const struct field_table *table, const char *name)
{
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->fields[i].name, name) == 0)
            return &table->fields[i];
    return NULL;
}

static void unknown_key(struct reading *r, const struct field_table *table,
                        const struct yaml_node *node)
{
    const char *names[COUNT(front_fields)];
    static_assert(COUNT(front_fields) >= COUNT(settings_fields), "the longest table");
    for (size_t i = 0; i < table->count; i++)
        names[i] = table->fields[i].name;
    const char *nearest = suggest_nearest(node->key, names, table->count);
    const char *hint = "leave it out, or put a # before it";
    if (table->other && find_field(table->other, node->key))
        hint = arena_format(r->arena, "it belongs in %s", table->other->what);
    else if (nearest)
        hint = arena_format(r->arena, "did you mean '%s'?", nearest);
    diag_add(r->diags, DIAG_CODE_KEY_UNKNOWN, node->key_span, hint, "there is no key '%s' in %s",
             node->key, table->what);
}

void fields_read(const struct yaml_node *map, const struct field_table *table, struct arena *arena,
                 struct diag_list *diags, struct meta *meta)
{
    struct reading reading = {arena, diags, meta};
    for (const struct yaml_node *at = map->first; at; at = at->next) {
        const struct field *field = find_field(table, at->key);
        if (field)
            read_field(&reading, field, at);
        else
            unknown_key(&reading, table, at);
    }
}

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

static void merge_texts(struct meta *base, const struct meta *over, const struct field_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct field *field = &table->fields[i];
        if (field->type > FIELD_EMAIL || field->type == FIELD_LIST)
            continue;
        struct meta_text *to = (struct meta_text *)((char *)base + field->offset);
        const struct meta_text *from =
            (const struct meta_text *)((const char *)over + field->offset);
        if (from->value)
            *to = *from;
    }
}

void fields_merge(struct meta *base, const struct meta *over, struct arena *arena)
{
    merge_texts(base, over, &fields_settings);
    if (over->page_stated) {
        base->page = over->page;
        base->page_stated = true;
    }
    if (over->print_links != META_LINKS_DEFAULT)
        base->print_links = over->print_links;
    join_pairs(&base->theme, &over->theme, arena);
    join_pairs(&base->words, &over->words, arena);
}

static void drop_empty(struct meta *meta, const struct field_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct field *field = &table->fields[i];
        struct meta_text *text = (struct meta_text *)((char *)meta + field->offset);
        if (field->type <= FIELD_EMAIL && field->type != FIELD_LIST && text->value && !*text->value)
            text->value = NULL;
    }
}

bool fields_lost(const struct diag_list *diags)
{
    return diags->per_code[DIAG_CODE_YAML_SYNTAX] > 0 ||
           diags->per_code[DIAG_CODE_YAML_ALIAS] > 0 ||
           diags->per_code[DIAG_CODE_YAML_TOO_DEEP] > 0 ||
           diags->per_code[DIAG_CODE_VALUE_TYPE] > 0;
}

void fields_finish(struct meta *meta)
{
    drop_empty(meta, &fields_front);
    drop_empty(meta, &fields_settings);
}

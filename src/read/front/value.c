#include "read/front/value.h"

#include <string.h>

#include "base/suggest.h"
#include "image/qr.h"
#include "read/front/date.h"
#include "read/front/markup.h"
#include "read/front/mended.h"
#include "read/front/slips.h"
#include "text/address.h"
#include "text/lang_names.h"
#include "text/text.h"
#include "text/words.h"

static void wrong_type(const struct value *value, const char *wanted, const char *hint)
{
    const struct yaml_node *node = value->node;
    diag_add(value->diags, DIAG_CODE_VALUE_TYPE, node->span, hint, "'%s' is %s, but must be %s",
             node->key ? node->key : "an item", yaml_kind_name(node->kind), wanted);
}

static void wrong_form(const struct value *value, const char *hint)
{
    diag_add(value->diags, DIAG_CODE_VALUE_FORM, value->node->span, hint, "'%s' cannot be '%s'",
             value->node->key, value->node->text);
}

/* The text's own bytes, without quotes, when they stand in the source as they are. */
static struct span exact_span(struct span span, const char *text)
{
    if (!span.source || !*text)
        return span;
    struct slice written = slice_sub(span.source->text, span.offset, span.len);
    const char *found = memmem(written.ptr, written.len, text, strlen(text));
    if (!found)
        return span;
    return (struct span){span.source, span.offset + (uint32_t)(found - written.ptr),
                         (uint32_t)strlen(text)};
}

/* One line: white space around, no-break spaces too, is dropped, line ends and runs of spaces
 * become one space. With lines, line ends stay. */
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
    return arena_string(arena, slips_trim(buf_keep(&out, arena)));
}

static struct meta_text make_text(const struct value *value, bool lines)
{
    const char *text = tidy(value->arena, value->node->text, lines);
    return (struct meta_text){.value = text, .span = exact_span(value->node->span, text)};
}

/* For a text in brackets that was none for YAML: the line with quotes. */
static const char *hint_text(const struct value *value)
{
    struct span span = value->node->span;
    struct slice written =
        span.source ? slice_sub(span.source->text, span.offset, span.len) : SLICE_EMPTY;
    bool bracket = written.len > 0 && strchr("[{", *written.ptr);
    if (!bracket || slice_find(written, '\n') < written.len)
        return "write it as key: value in one line";
    return mended_line(value->arena, span.source, span.offset, written);
}

/* True: there is something. */
static bool read_line(const struct value *value, struct meta_text *out)
{
    if (value->node->kind != YAML_TEXT) {
        wrong_type(value, "a text", hint_text(value));
        return false;
    }
    *out = make_text(value, false);
    return *out->value != '\0';
}

void value_line(const struct value *value, struct meta_text *out)
{
    if (read_line(value, out))
        front_tell_markup(out, value->diags);
}

void value_lines(const struct value *value, struct meta_text *out)
{
    struct buf all = {0};
    if (value->node->kind == YAML_TEXT) {
        *out = make_text(value, true);
        front_tell_markup(out, value->diags);
        return;
    }
    bool texts = value->node->kind == YAML_LIST;
    struct span span = value->node->span;
    for (const struct yaml_node *item = value->node->first; item && texts; item = item->next) {
        texts = item->kind == YAML_TEXT;
        if (item->span.offset >= span.offset) /* else an alias of a list above */
            span.len = item->span.offset + item->span.len - span.offset;
        buf_put_string(&all, all.len > 0 ? "\n" : "");
        buf_put_string(&all, item->text);
    }
    if (texts)
        *out = (struct meta_text){.value = all.len > 0 ? tidy(value->arena, all.data, true) : "",
                                  .span = span};
    else
        wrong_type(value, "a text or a list of lines", NULL);
    if (texts)
        front_tell_markup(out, value->diags);
    buf_free(&all);
}

void value_pass(const struct value *value, uint32_t start, uint32_t end)
{
    struct meta_passed *passed = ARENA_NEW(value->arena, struct meta_passed);
    passed->span = (struct span){value->node->span.source, start, end - start};
    passed->next = *value->passed;
    *value->passed = passed;
}

/* The text of the first of two keys that the mapping has, or NULL. */
static const struct yaml_node *text_of(const struct yaml_node *map, const char *key,
                                       const char *other)
{
    const struct yaml_node *node = yaml_get(map, key);
    if (!node)
        node = yaml_get(map, other);
    return node && node->kind == YAML_TEXT && *node->text ? node : NULL;
}

/* "Name, https://…" of an item {name: Name, url: https://…}; false: it has other keys or no text,
 * and so something would be lost. */
static bool read_linked(const struct value *item, struct meta_text *out)
{
    const struct yaml_node *map = item->node;
    const struct yaml_node *name = text_of(map, "name", "title");
    const struct yaml_node *url = text_of(map, "url", "link");
    size_t count = 0;
    if (map->kind != YAML_MAP || !name)
        return false;
    for (const struct yaml_node *at = map->first; at; at = at->next)
        count++;
    if (count != (url ? 2u : 1u))
        return false;
    struct value part = *item;
    part.node = name;
    *out = make_text(&part, false);
    if (url) { /* joined, it stands at no one place */
        *out = (struct meta_text){
            arena_format(item->arena, "%s, %s", out->value, tidy(item->arena, url->text, false)),
            SPAN_NONE, out->value};
        value_pass(item, name->span.offset, name->span.offset + name->span.len);
        value_pass(item, url->span.offset, url->span.offset + url->span.len);
    }
    return true;
}

static void wrong_item(const struct value *item, const char *list, bool linked)
{
    const struct yaml_node *node = item->node, *first = node->first;
    const char *hint = linked ? "write the item as one text, or as name: and url: and nothing else"
                              : "write each item as one text";
    if (node->kind == YAML_MAP && first && !first->next && first->kind == YAML_TEXT)
        hint = arena_format(
            item->arena, "write - %s",
            mended_value(item->arena,
                         slice_from(arena_format(item->arena, "%s: %s", first->key, first->text))));
    diag_add(item->diags, DIAG_CODE_VALUE_TYPE, node->span, hint,
             "an item of '%s' is %s, but must be a text", list, yaml_kind_name(node->kind));
}

void value_list(const struct value *value, bool linked, struct meta_list *out)
{
    const struct yaml_node *node = value->node;
    if (node->kind == YAML_MAP && !linked) {
        wrong_type(value, "a list of texts", "write one item a line, each after \"- \"");
        return;
    }
    struct meta_text *items = ARENA_ARRAY(value->arena, node->weight, struct meta_text);
    size_t count = 0;
    struct value item = *value;
    item.node = node->kind == YAML_LIST ? node->first : node;
    for (; item.node; item.node = node->kind == YAML_LIST ? item.node->next : NULL) {
        if (item.node->kind == YAML_TEXT)
            items[count] = make_text(&item, false);
        else if (!linked || !read_linked(&item, &items[count])) {
            wrong_item(&item, node->key, linked);
            continue;
        }
        front_tell_markup(&items[count], item.diags);
        if (*items[count].value)
            count++;
    }
    *out = (struct meta_list){items, count};
}

void value_date(const struct value *value, struct meta_date *out)
{
    struct meta_text text;
    const char *hint;
    if (!read_line(value, &text))
        return;
    if (date_parse(text.value, value->arena, out, &hint))
        out->span = text.span;
    else
        wrong_form(value, hint);
}

/* A wrong tag counts as English, so that one mistake gives one message. */
void value_lang(const struct value *value, struct meta_text *out)
{
    if (!read_line(value, out))
        return;
    const char *tag = lang_names_find(value->arena, out->value);
    if (tag) {
        wrong_form(value, arena_format(value->arena, "write the language's code: lang: %s", tag));
        out->value = tag;
        return;
    }
    if (text_lang_is_valid(out->value))
        return;
    char *mended = arena_string(value->arena, slice_from(out->value));
    for (char *at = mended; *at; at++)
        if (*at == '_')
            *at = '-';
    bool valid = text_lang_is_valid(mended);
    wrong_form(value, valid ? arena_format(value->arena, "write %s", mended)
                            : "write a language tag (BCP 47), such as en, en-GB, fr or ar");
    out->value = valid ? mended : "en";
}

void value_url(const struct value *value, struct meta_text *out)
{
    if (!read_line(value, out))
        return;
    struct slice url = slice_from(out->value), address = address_encode(value->arena, url);
    bool http = slice_starts(url, "https://") || slice_starts(url, "http://");
    bool fits = address.len <= IMAGE_QR_MOST;
    if (fits && http && slice_find(url, ' ') == url.len && address.len > 0)
        return;
    wrong_form(value, fits ? "write the whole address, such as https://www.example.org/leaflet"
                           : "shorten the address: no readable QR code holds more than 331 bytes");
    out->value = NULL;
}

void value_email(const struct value *value, struct meta_text *out)
{
    if (!read_line(value, out) || address_may_be_email(slice_from(out->value)))
        return;
    wrong_form(value, "write the address alone, such as clinic@example.org");
    out->value = NULL;
}

/* "2.0" to "2.2" and a level, with or without the word before it. */
static bool read_wcag(struct slice text, char *minor, struct slice *level)
{
    if (!slice_starts(text, "WCAG 2.") || text.len < 10 || text.ptr[8] != ' ')
        return false;
    *minor = text.ptr[7];
    *level = slice_from_position(text, 9);
    if (slice_starts(*level, "Level "))
        *level = slice_from_position(*level, 6);
    return *minor >= '0' && *minor <= '2' &&
           (slice_equal(*level, SLICE_LIT("A")) || slice_equal(*level, SLICE_LIT("AA")) ||
            slice_equal(*level, SLICE_LIT("AAA")));
}

void value_conformance(const struct value *value, struct meta_text *out)
{
    static const char epub[] = "EPUB Accessibility 1.";
    char minor, release = '1';
    struct slice level;
    if (!read_line(value, out))
        return;
    struct slice text = slice_from(out->value);
    size_t before = sizeof epub - 1;
    if (slice_starts(text, epub) && text.len > before + 4 &&
        slice_starts(slice_from_position(text, before + 1), " - ")) {
        release = text.ptr[before];
        text = slice_from_position(text, before + 4);
    }
    if ((release == '1' || release == '2') && read_wcag(text, &minor, &level)) {
        out->value = arena_format(value->arena, "%s%c - WCAG 2.%c Level %.*s", epub, release, minor,
                                  SLICE_ARGS(level));
        return;
    }
    wrong_form(value, "write the standard and its level, such as WCAG 2.2 AA");
    out->value = NULL;
}

/* The value's place among names (NULL: no name); `otherwise` where it is none of them, after a
 * diagnostic. */
static unsigned choose(const struct value *value, const char *const *names, unsigned count,
                       const char *hint, unsigned otherwise)
{
    struct meta_text text;
    if (!read_line(value, &text))
        return otherwise;
    for (unsigned i = 0; i < count; i++)
        if (names[i] && strcmp(text.value, names[i]) == 0)
            return i;
    for (unsigned i = 0; i < count; i++)
        if (names[i] && slice_equal_nocase(slice_from(text.value), slice_from(names[i])))
            hint = arena_format(value->arena, "write %s, in small letters", names[i]);
    wrong_form(value, hint);
    return otherwise;
}

const char *const value_statuses[META_STATUS_COUNT] = {
    [META_STATUS_DRAFT] = "draft", [META_STATUS_FINAL] = "final"};

void value_status(const struct value *value, enum meta_status *out)
{
    *out = (enum meta_status)choose(value, value_statuses, META_STATUS_COUNT,
                                    "write draft or final", *out);
}

const char *const value_print_links_names[META_LINKS_COUNT] = {
    [META_LINKS_INLINE] = "inline", [META_LINKS_LIST] = "list", [META_LINKS_NONE] = "none"};

void value_print_links(const struct value *value, enum meta_print_links *out)
{
    *out = (enum meta_print_links)choose(value, value_print_links_names, META_LINKS_COUNT,
                                         "write inline, list or none", *out);
}

const char *const value_other_keys_names[META_OTHER_COUNT] = {
    [META_OTHER_TELL] = "tell", [META_OTHER_IGNORE] = "ignore"};

void value_other_keys(const struct value *value, enum meta_other_keys *out)
{
    *out = (enum meta_other_keys)choose(value, value_other_keys_names, META_OTHER_COUNT,
                                        "write tell or ignore", *out);
}

const char *const value_pictures_names[META_PICTURES_COUNT] = {
    [META_PICTURES_REDUCED] = "reduced", [META_PICTURES_ORIGINAL] = "original"};

void value_pictures(const struct value *value, enum meta_pictures *out)
{
    *out = (enum meta_pictures)choose(value, value_pictures_names, META_PICTURES_COUNT,
                                      "write reduced or original", *out);
}

const char *const value_switch_names[META_SWITCH_COUNT] = {
    [META_SWITCH_ON] = "true", [META_SWITCH_OFF] = "false"};

void value_switch(const struct value *value, enum meta_switch *out)
{
    const char *const yes_no[META_SWITCH_COUNT] = {
        [META_SWITCH_ON] = "yes", [META_SWITCH_OFF] = "no"};
    for (int i = 0; i < META_SWITCH_COUNT; i++)
        if (value->node->kind == YAML_TEXT && yes_no[i] &&
            strcmp(value->node->text, yes_no[i]) == 0) {
            *out = (enum meta_switch)i;
            return;
        }
    *out = (enum meta_switch)choose(value, value_switch_names, META_SWITCH_COUNT,
                                    "write true or false", *out);
}

bool value_is_mapping(const struct value *value, const char *hint)
{
    const struct yaml_node *node = value->node;
    if (node->kind != YAML_MAP && (node->kind != YAML_TEXT || *node->text))
        wrong_type(value, "a mapping", hint);
    return node->kind == YAML_MAP;
}

static void unknown_word(const struct value *value)
{
    const char *names[WORD_COUNT];
    for (int i = 0; i < WORD_COUNT; i++)
        names[i] = words_key((enum word)i);
    const char *nearest = suggest_nearest(value->node->key, names, WORD_COUNT);
    diag_add(value->diags, DIAG_CODE_KEY_UNKNOWN, value->node->key_span,
             nearest ? arena_format(value->arena, "did you mean '%s'?", nearest)
                     : "leave it out: nothing is worded by it",
             "there is no word '%s'", value->node->key);
}

/* Own wording must keep the places of numbers and names: "Page {1} of {2}". */
static bool keeps_places(const struct value *value, enum word word)
{
    const char *english = words_get("en", word);
    for (const char *at = strchr(english, '{'); at; at = strchr(at + 1, '{')) {
        char place[4] = {at[0], at[1], at[2], '\0'};
        if (strstr(value->node->text, place))
            continue;
        diag_add(value->diags, DIAG_CODE_VALUE_FORM, value->node->span,
                 arena_format(value->arena, "word it like \"%s\"", english),
                 "the wording of '%s' lacks %s", value->node->key, place);
        return false;
    }
    return true;
}

/* The value of one pair; false: there is none, and it is told what is wrong. */
static bool read_pair(const struct value *item, bool words, struct meta_text *text)
{
    const char *key = item->node->key;
    enum word word = words ? words_find(key) : WORD_COUNT;
    if (words && strcmp(key, WORDS_CHECKED) == 0) {
        value_lines(item, text);
        return text->value && *text->value;
    }
    if (words && word == WORD_COUNT) {
        unknown_word(item);
        return false;
    }
    if (!read_line(item, text) || (words && !keeps_places(item, word)))
        return false;
    if (words)
        front_tell_markup(text, item->diags);
    return true;
}

void value_pairs(const struct value *value, bool words, struct meta_pairs *out)
{
    if (!value_is_mapping(value, "indent its keys below it, one a line"))
        return;
    struct meta_pair *items = ARENA_ARRAY(value->arena, value->node->weight, struct meta_pair);
    size_t count = 0;
    struct value item = *value;
    for (item.node = value->node->first; item.node; item.node = item.node->next) {
        const struct yaml_node *node = item.node;
        struct meta_text text = {0};
        if (read_pair(&item, words, &text))
            items[count++] = (struct meta_pair){node->key, text.value, node->key_span, text.span};
    }
    *out = (struct meta_pairs){items, count};
}

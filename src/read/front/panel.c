#include "read/front/panel.h"

#include <string.h>

#include "text/lang.h"
#include "text/lang_names.h"
#include "text/words.h"

#define MOST 100u /* languages in one panel */

static void wrong_language(const struct value *value, const struct meta_text *tag, const char *hint)
{
    diag_add(value->diags, DIAG_CODE_VALUE_FORM, tag->span, hint, "'languages' cannot hold '%s'",
             tag->value);
}

static bool is_there(const char *tag, const struct meta_language *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal_nocase(slice_from(tag), slice_from(items[i].tag.value)))
            return true;
    return false;
}

/* Adds a language, unless nobody knows how to ask in it. */
static void add_language(const struct value *value, const struct meta_text *tag,
                         const struct meta_text *line, struct meta_language *items, size_t *count)
{
    bool reviewed;
    const char *code = lang_names_find(value->arena, tag->value);
    if (*count == MOST)
        wrong_language(value, tag, "no panel holds more than 100 languages");
    else if (is_there(tag->value, items, *count))
        wrong_language(value, tag, "leave it out: it is there already");
    else if (code)
        wrong_language(value, tag,
                       arena_format(value->arena, "write the language's code: %s", code));
    else if (!text_lang_is_valid(tag->value))
        wrong_language(value, tag, "write a language tag (BCP 47), such as ar, ur or zh-Hant");
    else if (!line->value && !words_offer(tag->value, &reviewed))
        wrong_language(value, tag,
                       arena_format(value->arena,
                                    "write the sentence that asks for the leaflet, in that "
                                    "language: - %s: the sentence",
                                    tag->value));
    else
        items[(*count)++] = (struct meta_language){*tag, *line};
}

/* "ar, ur, so" */
static void read_tags(const struct value *value, struct meta_language *items, size_t *count)
{
    struct meta_text all, none = {0};
    value_line(value, &all);
    if (strcmp(all.value, "none") == 0)
        return;
    for (struct slice rest = slice_from(all.value); rest.len > 0;) {
        struct slice tag = slice_trim(slice_take(&rest, ','));
        struct meta_text text = {.value = arena_string(value->arena, tag), .span = all.span};
        if (all.span.len == strlen(all.value)) { /* else quotes or folded lines stand between */
            text.span.offset += (uint32_t)(tag.ptr - all.value);
            text.span.len = (uint32_t)tag.len;
        }
        if (tag.len > 0)
            add_language(value, &text, &none, items, count);
    }
}

/* "- ar", "- sv: Fråga oss …" or "- phone: 01632 960 001" */
static void read_item(const struct value *item, struct meta_language *items,
                      struct meta_languages *out)
{
    const struct yaml_node *node = item->node;
    struct meta_text tag = {0}, line = {0};
    if (node->kind == YAML_TEXT) {
        read_tags(item, items, &out->count);
        return;
    }
    struct value part = *item;
    part.node = node->kind == YAML_MAP ? node->first : NULL;
    if (!part.node || part.node->next || part.node->kind != YAML_TEXT) {
        diag_add(item->diags, DIAG_CODE_VALUE_TYPE, node->span,
                 "write each language as - ar, or with a sentence of your own as - ar: sentence",
                 "an item of 'languages' is %s, but must be a language",
                 yaml_kind_name(node->kind));
        return;
    }
    value_line(&part, &line);
    if (!line.value || !*line.value)
        line = (struct meta_text){0};
    tag = (struct meta_text){.value = part.node->key, .span = part.node->key_span};
    if (strcmp(tag.value, "phone") == 0)
        out->phone = line;
    else
        add_language(item, &tag, &line, items, &out->count);
}

void value_languages(const struct value *value, struct meta_languages *out)
{
    const struct yaml_node *node = value->node;
    struct value item = *value;
    if (node->kind == YAML_MAP) {
        diag_add(value->diags, DIAG_CODE_VALUE_TYPE, node->span,
                 "write one language a line, each after \"- \"",
                 "'languages' is %s, but must be a list of languages", yaml_kind_name(node->kind));
        return;
    }
    struct meta_language *items = ARENA_ARRAY(value->arena, MOST, struct meta_language);
    *out = (struct meta_languages){.items = items};
    if (node->kind == YAML_TEXT)
        read_tags(value, items, &out->count);
    else
        for (item.node = node->first; item.node; item.node = item.node->next)
            read_item(&item, items, out);
    if (out->phone.value && out->count == 0)
        diag_add(value->diags, DIAG_CODE_VALUE_FORM, out->phone.span,
                 "add the languages, such as - ar",
                 "'languages' has a number to call but no "
                 "language");
}

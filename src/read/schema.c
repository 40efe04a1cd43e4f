#include "read/schema.h"

#include "doc/theme.h"
#include "read/front/field_table.h"
#include "read/front/judgements.h"
#include "read/front/names.h"
#include "read/front/paper.h"
#include "text/words.h"

/* YAML editors see numbers and truth values where leafset reads every value as text. */
#define TEXT "\"type\": [\"string\", \"number\", \"boolean\", \"null\"]"

/* `"name": {"description": "about", ` of the next member at this depth. */
static void open_member(struct buf *out, bool *first, const char *indent, const char *name,
                        const char *about)
{
    buf_format(out, "%s\n%s\"%s\": {\"description\": ", *first ? "" : ",", indent, name);
    buf_put_quoted(out, slice_from(about));
    buf_put_string(out, ", ");
    *first = false;
}

static void put_choice(struct buf *out, const char *const *names, size_t count)
{
    buf_put_string(out, "\"enum\": [");
    for (size_t i = 0; i < count; i++)
        if (names[i])
            buf_format(out, "\"%s\", ", names[i]);
    buf_put_string(out, "null]");
}

/* The whole value, unless it is empty; a pattern without quotes and backslashes. */
static void put_pattern(struct buf *out, const char *pattern)
{
    buf_format(out, "\"type\": [\"string\", \"null\"], \"pattern\": \"^(%s)?$\"", pattern);
}

static void put_text(struct buf *out, value_text_reader *reader)
{
    if (reader == value_lang)
        put_pattern(out, "([A-Za-z]{2,3}|[xXiI])(-[A-Za-z0-9]{1,8})*");
    else if (reader == value_url)
        put_pattern(out, "https?://[^ ]+");
    else if (reader == value_conformance)
        put_pattern(out, VALUE_CONFORMANCE_PATTERN);
    else if (reader == value_email)
        put_pattern(out, "[^@ ]+@[^@ ]+");
    else if (reader == value_lines)
        buf_put_string(out,
                       "\"anyOf\": [{" TEXT "}, {\"type\": \"array\", \"items\": {" TEXT "}}]");
    else
        buf_put_string(out, TEXT);
}

static void put_list(struct buf *out, bool linked)
{
    const char *item = linked ? "{\"anyOf\": [{" TEXT
                                "}, {\"type\": \"object\", \"additionalProperties\": false, "
                                "\"properties\": {\"name\": {" TEXT "}, \"title\": {" TEXT
                                "}, \"url\": {" TEXT "}, \"link\": {" TEXT "}}}]}"
                              : "{" TEXT "}";
    buf_format(out, "\"anyOf\": [%s, {\"type\": \"array\", \"items\": %s}]", item, item);
}

static void put_theme_value(struct buf *out, const struct theme_row *row)
{
    const char *const words[] = {row->no, row->yes};
    switch (row->form) {
    case THEME_COLOUR: put_pattern(out, "#[0-9A-Fa-f]{6}"); return;
    case THEME_POINTS:
    case THEME_LENGTH:
    case THEME_PERCENT:
        buf_format(out,
                   "\"anyOf\": [{\"type\": \"number\", \"minimum\": %g, \"maximum\": %g}, "
                   "{\"type\": \"string\", \"pattern\": \"^[0-9]+([.][0-9]{1,2})?( ?%s)?$\"}, "
                   "{\"type\": \"null\"}]",
                   row->least, row->most, theme_sign(row->form));
        return;
    case THEME_CHOICE: put_choice(out, words, 2); return;
    case THEME_FILE: buf_put_string(out, TEXT); return;
    }
}

#define OPEN_OBJECT                                                                                \
    "\"type\": [\"object\", \"null\"], \"additionalProperties\": false, \"properties\": {"

static void put_theme(struct buf *out, const char *indent)
{
    bool first = true;
    buf_put_string(out, OPEN_OBJECT);
    for (int i = 0; i < THEME_KEY_COUNT; i++) {
        open_member(out, &first, indent, theme_table[i].name, theme_table[i].about);
        put_theme_value(out, &theme_table[i]);
        buf_put_char(out, '}');
    }
    buf_put_char(out, '}');
}

static void put_words(struct buf *out, const char *indent)
{
    bool first = true;
    buf_put_string(out, OPEN_OBJECT);
    open_member(out, &first, indent, WORDS_CHECKED,
                "The codes of the languages whose labels somebody who speaks them has checked.");
    put_text(out, value_lines);
    buf_put_char(out, '}');
    for (int i = 0; i < WORD_COUNT; i++) {
        struct buf about = {0};
        buf_format(&about, "Instead of: %s", words_get("en", (enum word)i));
        open_member(out, &first, indent, words_key((enum word)i), about.data);
        buf_put_string(out, TEXT "}");
        buf_free(&about);
    }
    buf_put_char(out, '}');
}

static void put_pairs(struct buf *out, enum field_pairs pairs)
{
    switch (pairs) {
    case PAIRS_THEME: put_theme(out, "      "); return;
    case PAIRS_WORDS: put_words(out, "      "); return;
    case PAIRS_CHECK:
    case PAIRS_ALLOW:
    case PAIRS_SECTIONS:
        buf_put_string(out,
                       "\"type\": [\"object\", \"null\"], \"additionalProperties\": {" TEXT "}");
        return;
    }
}

static void put_judgements(struct buf *out)
{
    struct buf one = {0};
    buf_put_string(&one, "\"type\": \"object\", \"additionalProperties\": false, \"required\": "
                         "[\"by\", \"on\", \"criteria\"], \"properties\": {");
    for (size_t i = 0; value_judgement_keys[i]; i++) {
        buf_format(&one, "%s\"%s\": {", i > 0 ? ", " : "", value_judgement_keys[i]);
        put_list(&one, false);
        buf_put_char(&one, '}');
    }
    buf_put_char(&one, '}');
    buf_format(out,
               "\"anyOf\": [{%s}, {\"type\": \"array\", \"items\": {%s}}, {\"type\": \"null\"}]",
               one.data, one.data);
    buf_free(&one);
}

static void put_fields(struct buf *out, enum field_place place, const char *indent);

static void put_value(struct buf *out, const struct field *field)
{
    switch (field->store) {
    case STORE_TEXT: put_text(out, field->text); return;
    case STORE_LIST: put_list(out, field->linked); return;
    case STORE_DATE:
        put_pattern(out, "[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?");
        return;
    case STORE_STATUS: put_choice(out, value_statuses, META_STATUS_COUNT); return;
    case STORE_PAPER:
        buf_put_string(out, "\"anyOf\": [{");
        put_choice(out, value_papers, META_PAGE_COUNT);
        buf_put_string(out, "}, {");
        put_pattern(out, VALUE_PAPER_PATTERN);
        buf_put_string(out, "}]");
        return;
    case STORE_FIT:
        buf_format(out, "\"type\": [\"integer\", \"null\"], \"minimum\": 1, \"maximum\": %d",
                   META_FIT_MOST);
        return;
    case STORE_PRINT_LINKS: put_choice(out, value_print_links_names, META_LINKS_COUNT); return;
    case STORE_PICTURES: put_choice(out, value_pictures_names, META_PICTURES_COUNT); return;
    case STORE_OTHER_KEYS: put_choice(out, value_other_keys_names, META_OTHER_COUNT); return;
    case STORE_SWITCH:
        buf_put_string(out, "\"enum\": [true, false, \"yes\", \"no\", null]");
        return;
    case STORE_PAIRS: put_pairs(out, field->pairs); return;
    case STORE_LANGUAGES:
        buf_put_string(out, "\"anyOf\": [{" TEXT "}, {\"type\": \"array\", \"items\": "
                            "{\"anyOf\": [{" TEXT "}, {\"type\": \"object\", "
                            "\"maxProperties\": 1, \"additionalProperties\": {" TEXT "}}]}}]");
        return;
    case STORE_JUDGEMENTS: put_judgements(out); return;
    case STORE_KEYS:
        buf_put_string(out, OPEN_OBJECT);
        put_fields(out, field->below, "      ");
        buf_put_char(out, '}');
        return;
    }
}

static void put_fields(struct buf *out, enum field_place place, const char *indent)
{
    bool first = true;
    for (const struct field *field = field_table; field->key; field++) {
        if (!(field->places & place))
            continue;
        open_member(out, &first, indent, field->key, field->about);
        put_value(out, field);
        buf_put_char(out, '}');
    }
}

/* What leafset passes over; by a pattern, so that no editor offers it. */
static void put_foreign(struct buf *out)
{
    const char *key;
    buf_put_string(out, "\n  },\n  \"patternProperties\": {\n    \"^(");
    for (size_t i = 0; (key = names_foreign(i)) != NULL; i++)
        buf_format(out, "%s%s", i > 0 ? "|" : "", key);
    buf_put_string(out, ")$\": {}");
}

void schema_put(bool settings, struct buf *out)
{
    buf_format(out,
               "{\n"
               "  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"
               "  \"title\": \"leafset: %s\",\n"
               "  \"type\": [\"object\", \"null\"],\n"
               "  \"additionalProperties\": false,\n"
               "  \"properties\": {",
               settings ? "the clinic's settings, clinic.yml" : "front matter of a leaflet");
    put_fields(out, settings ? FIELD_SETTINGS : FIELD_FRONT, "    ");
    if (!settings)
        put_foreign(out);
    buf_put_string(out, "\n  }\n}\n");
}

#include "check/sections.h"

#include <string.h>

static const char *const role_names[] = {
#define X(symbol, name) name,
    SECTION_ROLES(X)
#undef X
};

/* What headings say in English, in small letters; NULL ends a row. */
static const char *const of_headings[SECTION_ROLE_COUNT][24] = {
    [SECTION_BENEFITS] = {"benefit", "may help", "can help", "it help", "advantages", "why have",
                          "why am i having", "why do i need", "why you need", "why might i",
                          "good for", "reasons for having", "reasons to have"},
    [SECTION_RISKS] = {"risk", "side effect", "side-effect", "complication", "go wrong",
                       "possible problem", "harm", "disadvantage", "unwanted effect", "is it safe",
                       "how safe"},
    [SECTION_ALTERNATIVES] = {"alternative", "other treatment", "other option", "what else",
                              "other choice", "other ways", "your choice", "your option",
                              "my option", "my choice"},
    [SECTION_WITHOUT] = {"without treatment", "without it", "if i do not", "if you do not",
                         "if i don", "if you don", "no treatment", "nothing is done", "do nothing",
                         "not having", "decide not to"},
    [SECTION_HELP] = {"get help", "emergency", "urgent", "when to call", "when to contact",
                      "when to phone", "when should i", "who to contact", "warning sign", "worried",
                      "contact us", "call us", "get advice", "need help", "look out for"},
    [SECTION_QUESTIONS] = {"question", "to ask", "ask your", "ask us"},
};

/* What the text says where no heading does. */
static const char *const of_text[SECTION_ROLE_COUNT][24] = {
    [SECTION_RISKS] = {"risk", "side effect", "side-effect", "complication", "unwanted effect",
                       "go wrong", "chance of", "may cause", "can cause", "could cause"},
    [SECTION_ALTERNATIVES] = {"alternative", "other treatment", "other option", "other ways",
                              "instead of", "another treatment", "other medicine", "you can choose",
                              "other choice", "your options", "what else"},
    [SECTION_WITHOUT] = {"without treatment", "no treatment", "do nothing", "if you do not have",
                         "if you choose not", "if you decide not", "do not have to have",
                         "without it", "if it is not treated", "if you are not treated",
                         "untreated", "do not want the"},
    [SECTION_HELP] = {"call 999", "call 111", "call us", "contact us if", "phone us",
                      "see a doctor", "see your gp", "go to a&e", "ring us", "emergency",
                      "call your doctor", "tell your doctor", "ask for help", "get help"},
    [SECTION_QUESTIONS] = {"any questions", "ask us", "ask your", "questions you"},
};

const char *section_role_name(enum section_role role)
{
    return role_names[role];
}

enum section_role section_role_find(const char *name)
{
    int role = 0;
    while (role < SECTION_ROLE_COUNT && strcmp(role_names[role], name) != 0)
        role++;
    return (enum section_role)role;
}

/* In small letters; curly apostrophes as straight ones are of no use to the tables. */
static struct slice lowered(const struct node *node, struct arena *arena)
{
    struct slice text = node_text(node, NODE_MEDIA_PRINT, arena);
    char *copy = arena_string(arena, text);
    for (char *at = copy; *at; at++)
        *at = ascii_lower(*at);
    return slice_from(copy);
}

/* Whether one of the words begins at a place of the text where a word does. */
static bool begins_any(struct slice text, size_t at, const char *const *words)
{
    for (; *words; words++)
        if (**words == text.ptr[at] && slice_starts(slice_from_position(text, at), *words))
            return true;
    return false;
}

/* A bit for each letter that one of the words begins with. */
static uint32_t first_letters(const char *const *words)
{
    uint32_t letters = 0;
    for (; *words; words++)
        letters |= UINT32_C(1) << (**words & 31);
    return letters;
}

/* Which of the roles the text speaks of, by their words. */
static void find_roles(struct slice text, const char *const words[SECTION_ROLE_COUNT][24],
                       bool found[SECTION_ROLE_COUNT])
{
    bool in_word = false;
    uint32_t letters[SECTION_ROLE_COUNT];
    for (int role = 0; role < SECTION_ROLE_COUNT; role++)
        letters[role] = found[role] ? 0 : first_letters(words[role]);
    for (size_t at = 0; at < text.len; at++) {
        bool letter = ascii_is_alnum(text.ptr[at]);
        uint32_t bit = letter && !in_word ? UINT32_C(1) << (text.ptr[at] & 31) : 0;
        for (int role = 0; bit && role < SECTION_ROLE_COUNT; role++)
            if (letters[role] & bit && begins_any(text, at, words[role])) {
                found[role] = true;
                letters[role] = 0;
            }
        in_word = letter;
    }
}

const struct node *section_heading(const struct doc *doc, const char *words)
{
    const struct node *found = NULL;
    struct arena arena = {0};
    for (const struct node *at = doc->root; at && !found; at = node_next(at, doc->root))
        if (at->kind == NODE_HEADING && !at->generated &&
            slice_equal_nocase(slice_trim(node_text(at, NODE_MEDIA_PRINT, &arena)),
                               slice_from(words)))
            found = at;
    arena_free(&arena);
    return found;
}

static void take_wishes(const struct doc *doc, struct sections *out)
{
    const struct meta_pairs *wishes = &doc->meta.sections;
    for (size_t i = 0; i < wishes->count; i++) {
        enum section_role role = section_role_find(wishes->items[i].key);
        const struct node *heading = section_heading(doc, wishes->items[i].value);
        if (role == SECTION_ROLE_COUNT || !heading)
            continue;
        out->heading[role] = heading;
        out->said[role] = true;
    }
}

static void take_heading(const struct node *heading, struct slice text, struct sections *out)
{
    bool found[SECTION_ROLE_COUNT] = {false};
    find_roles(text, of_headings, found);
    for (int role = 0; role < SECTION_ROLE_COUNT; role++) {
        if (out->heading[role] || !found[role])
            continue;
        out->heading[role] = heading;
        out->said[role] = true;
    }
}

static void take_callout(const struct node *callout, struct sections *out)
{
    switch (callout->u.callout.kind) {
    case CALLOUT_EMERGENCY:
    case CALLOUT_URGENT:
    case CALLOUT_ROUTINE: out->said[SECTION_HELP] = true; return;
    case CALLOUT_WARNING:
    case CALLOUT_CAUTION: out->said[SECTION_RISKS] = true; return;
    case CALLOUT_NOTE:
    case CALLOUT_TIP:
    case CALLOUT_IMPORTANT:
    case CALLOUT_DO:
    case CALLOUT_DONT:
    case CALLOUT_KIND_COUNT: return;
    }
}

static bool holds_inlines(const struct node *node)
{
    return !node_is_inline(node->kind) && node->first && node_is_inline(node->first->kind);
}

static void take_headings(const struct doc *doc, struct arena *arena, struct sections *out)
{
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root))
        if (at->kind == NODE_HEADING && !at->generated && at->u.heading.level > 1)
            take_heading(at, lowered(at, arena), out);
}

static void take_texts(const struct doc *doc, bool english, struct arena *arena,
                       struct sections *out)
{
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root)) {
        struct arena_mark mark = arena_mark_get(arena);
        if (at->kind == NODE_CALLOUT)
            take_callout(at, out);
        else if (english && !at->generated && at->kind != NODE_HEADING && holds_inlines(at))
            find_roles(lowered(at, arena), of_text, out->said);
        arena_reset(arena, mark);
    }
}

void sections_find(const struct check_subject *subject, struct sections *out)
{
    const struct doc *doc = subject->doc;
    bool english = rule_is_english(subject);
    struct arena arena = {0};
    *out = (struct sections){0};
    take_wishes(doc, out);
    if (english)
        take_headings(doc, &arena, out);
    if (out->heading[SECTION_BENEFITS])
        take_texts(doc, english, &arena, out);
    arena_free(&arena);
}

#include "check/sections.h"

#include <string.h>

#include "base/starts.h"
#include "prose/passage.h"

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

/* Whether one of the words begins at a place of the text. */
static bool begins_any(struct slice text, size_t at, const char *const *words)
{
    for (; *words; words++)
        if (ascii_lower(text.ptr[at]) == **words &&
            slice_equal_nocase(slice_sub(text, at, strlen(*words)), slice_from(*words)))
            return true;
    return false;
}

/* Which of the roles a passage speaks of, by their words, where a word begins. */
static void find_roles(const struct prose *prose, const struct prose_passage *passage,
                       const struct starts *starts, const char *const words[SECTION_ROLE_COUNT][24],
                       bool found[SECTION_ROLE_COUNT])
{
    for (uint32_t i = 0; i < passage->word_count; i++) {
        size_t at = prose->words[passage->words + i].start;
        if (!starts_may(starts, passage->text, at))
            continue;
        for (int role = 0; role < SECTION_ROLE_COUNT; role++)
            found[role] = found[role] || begins_any(passage->text, at, words[role]);
    }
}

static void add_words(const char *const words[SECTION_ROLE_COUNT][24], struct starts *starts)
{
    for (int role = 0; role < SECTION_ROLE_COUNT; role++)
        for (const char *const *word = words[role]; *word; word++)
            starts_add(starts, *word);
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

static void take_headings(const struct prose *prose, struct sections *out)
{
    struct starts starts = {0};
    add_words(of_headings, &starts);
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        bool found[SECTION_ROLE_COUNT] = {false};
        if (passage->place == PROSE_HEADING && passage->block->kind == NODE_HEADING)
            find_roles(prose, passage, &starts, of_headings, found);
        for (int role = 0; role < SECTION_ROLE_COUNT; role++) {
            if (out->heading[role] || !found[role])
                continue;
            out->heading[role] = passage->block;
            out->said[role] = true;
        }
    }
}

static void take_callouts(const struct doc *doc, struct sections *out)
{
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root))
        if (at->kind == NODE_CALLOUT)
            take_callout(at, out);
}

static void take_texts(const struct prose *prose, struct sections *out)
{
    struct starts starts = {0};
    add_words(of_text, &starts);
    for (size_t i = 0; i < prose->passage_count; i++)
        if (prose->passages[i].block->kind != NODE_HEADING)
            find_roles(prose, &prose->passages[i], &starts, of_text, out->said);
}

void sections_find(const struct check_subject *subject, struct sections *out)
{
    const struct prose *prose = subject->prose;
    *out = (struct sections){0};
    take_wishes(subject->doc, out);
    if (prose->english)
        take_headings(prose, out);
    if (!out->heading[SECTION_BENEFITS])
        return;
    take_callouts(subject->doc, out);
    if (prose->english)
        take_texts(prose, out);
}

#include "check/balance.h"

#include <string.h>

#include "base/starts.h"
#include "base/suggest.h"
#include "check/sections.h"
#include "prose/passage.h"

static void tell(const struct sections *sections, enum diag_code code, const char *hint,
                 const char *what, struct diag_list *diags)
{
    diag_add(diags, code, sections->heading[SECTION_BENEFITS]->span, hint,
             "the leaflet says how it may help, and %s", what);
}

static void tell_choices(const struct sections *sections, struct diag_list *diags)
{
    bool others = sections->said[SECTION_ALTERNATIVES], without = sections->said[SECTION_WITHOUT];
    if (others && without)
        return;
    tell(sections, DIAG_CODE_BALANCE_CHOICES,
         "add a section such as ## What else you can choose, which also says what may happen "
         "without treatment",
         others    ? "not what may happen without treatment"
         : without ? "not what else there is to choose"
                   : "neither what else there is to choose nor what may happen without treatment",
         diags);
}

/* Of a leaflet that is known to be about a treatment or test to choose: it names benefits. */
static void check_balance(const struct check_subject *subject, struct diag_list *diags)
{
    struct sections sections;
    sections_find(subject, &sections);
    if (!sections.heading[SECTION_BENEFITS])
        return;
    if (!sections.said[SECTION_RISKS])
        tell(&sections, DIAG_CODE_BALANCE_RISKS,
             "add a section such as ## Risks and side effects, with how often each happens",
             "nothing of risks", diags);
    tell_choices(&sections, diags);
    if (!sections.said[SECTION_HELP])
        tell(&sections, DIAG_CODE_HELP_MISSING,
             "add a box such as > [!URGENT] Call us if, with the signs to look out for",
             "not when to get help", diags);
    if (!sections.said[SECTION_QUESTIONS])
        tell(&sections, DIAG_CODE_QUESTIONS_MISSING,
             "add a section such as ## Questions to ask, with three or four",
             "gives no questions to ask", diags);
}

/* ---- what the front matter says of sections */

static const char *nearest_role(const char *written)
{
    const char *names[SECTION_ROLE_COUNT];
    for (int role = 0; role < SECTION_ROLE_COUNT; role++)
        names[role] = section_role_name((enum section_role)role);
    return suggest_nearest(written, names, SECTION_ROLE_COUNT);
}

static void check_section_names(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta_pairs *wishes = &subject->doc->meta.sections;
    for (size_t i = 0; i < wishes->count; i++) {
        const struct meta_pair *wish = &wishes->items[i];
        bool known = section_role_find(wish->key) != SECTION_ROLE_COUNT;
        const char *near = known ? NULL : nearest_role(wish->key);
        if (!known)
            diag_add(diags, DIAG_CODE_SECTION_UNKNOWN, wish->key_span,
                     near ? arena_format(diags->arena, "did you mean '%s'?", near)
                          : "write benefits, risks, alternatives, without, help or questions",
                     "no kind of section is called '%s'", wish->key);
        else if (!section_heading(subject->doc, wish->value))
            diag_add(diags, DIAG_CODE_SECTION_UNKNOWN, wish->value_span,
                     "write the heading's words as they stand in the leaflet",
                     "the leaflet has no heading \"%s\"", wish->value);
    }
}

/* ---- the main message */

static bool comes_before_second_section(const struct node *root, const struct node *node)
{
    int headings = 0;
    for (const struct node *at = root; at && at != node; at = node_next(at, root))
        headings += at->kind == NODE_HEADING && at->u.heading.level == 2 && !at->generated;
    return headings <= 1;
}

static bool has_main_message(const struct doc *doc)
{
    if (doc->meta.summary.value)
        return true;
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root))
        if (at->kind == NODE_LEAD || at->kind == NODE_CALLOUT)
            return at->kind == NODE_LEAD || comes_before_second_section(doc->root, at);
    return false;
}

static void check_main_message(const struct check_subject *subject, struct diag_list *diags)
{
    const struct doc *doc = subject->doc;
    if (!has_main_message(doc))
        diag_add_file(
            diags, DIAG_CODE_MAIN_MESSAGE, rule_file(subject),
            "add summary: with two or three short sentences in the front matter, or a box "
            "> [!IMPORTANT] Main points at the beginning",
            "does not say its main message at the beginning");
}

/* ---- promises */

static const char *const promises[] = {
    "painless",
    "pain-free",
    "pain free",
    "completely safe",
    "totally safe",
    "perfectly safe",
    "absolutely safe",
    "100% safe",
    "100 % safe",
    "100% effective",
    "guaranteed",
    "we guarantee",
    "risk-free",
    "risk free",
    "no risk",
    "no risks",
    "without risk",
    "without any risk",
    "no side effects",
    "without side effects",
    "always works",
    "never fails",
    "miracle",
    "nothing can go wrong",
    "you have nothing to worry about",
};

/* What makes the sentence say the opposite, or only ask. */
static const char *const doubts[] = {
    "not ",    "n't ",   "n\xe2\x80\x99t ", "never",     "nobody", "no one", "no treatment",
    "no test", "cannot", "nothing is",      "rarely",    "hardly", "almost", "few ",
    "if ",     "unless", "is it ",          "are there "};

static bool has_words(struct slice text, const char *words)
{
    size_t len = strlen(words);
    for (size_t at = 0; at + len <= text.len; at++)
        if (slice_equal_nocase(slice_sub(text, at, len), slice_from(words)))
            return true;
    return false;
}

/* As far as a sentence is looked at to both sides of a place. */
#define SENTENCE_BYTES 300u

/* The sentence around a place: between the stops. */
static struct slice sentence_at(struct slice text, size_t at)
{
    size_t start = at, end = at;
    while (start > 0 && at - start < SENTENCE_BYTES && !strchr(".!?", text.ptr[start - 1]))
        start--;
    while (end < text.len && end - at < SENTENCE_BYTES && !strchr(".!?", text.ptr[end]))
        end++;
    return slice_sub(text, start, end - start + (end < text.len));
}

static bool is_doubted(struct slice sentence, const char *promise)
{
    if (slice_ends(sentence, "?"))
        return true;
    for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++)
        if (has_words(sentence, doubts[i]) && !has_words(slice_from(promise), doubts[i]))
            return true;
    return false;
}

static const char *promise_at(struct slice text, size_t at)
{
    char first = ascii_lower(text.ptr[at]);
    for (size_t i = 0; i < sizeof promises / sizeof *promises; i++) {
        if (promises[i][0] != first)
            continue;
        size_t len = strlen(promises[i]);
        if (slice_equal_nocase(slice_sub(text, at, len), slice_from(promises[i])) &&
            (at + len >= text.len || !ascii_is_alnum(text.ptr[at + len])))
            return promises[i];
    }
    return NULL;
}

static void look_for_promises(const struct prose *prose, const struct prose_passage *passage,
                              const struct starts *starts, struct diag_list *diags)
{
    struct slice text = passage->text;
    for (uint32_t i = 0; i < passage->word_count; i++) {
        size_t at = prose->words[passage->words + i].start;
        const char *promise = starts_may(starts, text, at) ? promise_at(text, at) : NULL;
        if (promise && !is_doubted(sentence_at(text, at), promise))
            diag_add(diags, DIAG_CODE_PROMISE, prose_span(prose, passage, at, at + strlen(promise)),
                     "say what may happen, and how often: \"most people feel little pain\"",
                     "\"%.*s\" promises what nobody can", (int)strlen(promise), text.ptr + at);
    }
}

static void check_promises(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    struct starts starts = {0};
    for (size_t i = 0; i < sizeof promises / sizeof *promises; i++)
        starts_add(&starts, promises[i]);
    for (size_t i = 0; i < prose->passage_count; i++)
        if (prose->passages[i].english)
            look_for_promises(prose, &prose->passages[i], &starts, diags);
}

/* ---- rows */

#define DISCERN "http://www.discern.org.uk/quick_reference_guide.php"
#define FRONT   "---\ntitle: Skin test\nlang: en-GB\nsummary: What the test shows.\n---\n\n"
#define FAIR                                                                                       \
    FRONT                                                                                          \
    "## How it may help\n\nIt shows what your skin reacts to.\n\n## Risks\n\n1 in 100 people "     \
    "gets a rash.\n\n## What else you can choose\n\nA blood test. Without treatment the rash "     \
    "may stay.\n\n## When to get help\n\nCall us if your lips swell.\n\n## Questions to "          \
    "ask\n\n- How long does it take?\n"
#define UNFAIR FRONT "## How it may help\n\nIt shows what your skin reacts to.\n"

static const struct rule rows[] = {
    {.code = DIAG_CODE_BALANCE_RISKS,
     .family = RULE_BALANCE,
     .traits = RULE_EDITOR,
     .asks = "a leaflet that names benefits also names risks",
     .source = "DISCERN, 10 and 11; " DISCERN,
     .bad = UNFAIR,
     .good = FAIR,
     .run = check_balance},
    {.code = DIAG_CODE_BALANCE_CHOICES,
     .family = RULE_BALANCE,
     .traits = RULE_EDITOR,
     .asks = "a leaflet that names benefits also names other choices, and what may happen without "
             "treatment",
     .source = "DISCERN, 12 and 14; " DISCERN,
     .bad = UNFAIR,
     .good = FAIR},
    {.code = DIAG_CODE_HELP_MISSING,
     .family = RULE_BALANCE,
     .traits = RULE_EDITOR,
     .asks = "a leaflet about a treatment says when to get help",
     .source = "NHS standard for creating health content; "
               "https://service-manual.nhs.uk/content/standard-for-creating-health-content",
     .bad = UNFAIR,
     .good = FAIR},
    {.code = DIAG_CODE_QUESTIONS_MISSING,
     .family = RULE_BALANCE,
     .traits = RULE_EDITOR,
     .asks = "a leaflet about a treatment helps to decide together: questions to ask",
     .source = "DISCERN, 15; " DISCERN,
     .bad = UNFAIR,
     .good = FAIR},
    {.code = DIAG_CODE_SECTION_UNKNOWN,
     .family = RULE_BALANCE,
     .traits = RULE_EDITOR,
     .asks = "what sections: in the front matter names is there",
     .bad = "---\ntitle: Skin test\nlang: en-GB\nsections: {risks: What can happen}\n---\n\n"
            "## What may happen\n\nA rash.\n",
     .good = "---\ntitle: Skin test\nlang: en-GB\nsections: {risks: What may happen}\n---\n\n"
             "## What may happen\n\nA rash.\n",
     .run = check_section_names},
    {.code = DIAG_CODE_MAIN_MESSAGE,
     .family = RULE_BALANCE,
     .traits = RULE_EDITOR,
     .asks = "the main message stands at the beginning, as a summary or in a box",
     .source = "CDC Clear Communication Index, 1 and 2; https://cdc.gov/ccindex/widget.html",
     .bad = "---\ntitle: Skin test\nlang: en-GB\n---\n\nCome at nine.\n",
     .good = FRONT "Come at nine.\n",
     .run = check_main_message},
    {.code = DIAG_CODE_PROMISE,
     .family = RULE_BALANCE,
     .traits = RULE_EDITOR | RULE_IN_ENGLISH,
     .asks = "nothing is promised that nobody can promise",
     .source = "DISCERN, 6 and 8; " DISCERN,
     .bad = FRONT "The test is completely safe.\n",
     .good = FRONT "No test is completely safe. Is it painless? Most people feel a scratch.\n",
     .run = check_promises},
};

const struct rule_array check_balance_rows = {rows, sizeof rows / sizeof *rows};

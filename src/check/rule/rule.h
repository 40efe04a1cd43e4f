/* What a rule is, what it is given, and the table's rows. A family of rules has files of its own,
 * which export an array of rows; check.c lists the arrays, and everything that is told about rules
 * (the list, an explanation, the checklist) is read from the rows. Types and the few questions that
 * rules ask; check/, report/, and through check/check.h build/ and cli/. */
#pragma once

#include "doc/doc.h"

struct frames;       /* frame/frame.h */
struct prose;        /* prose/passage.h */
struct phrase_index; /* check/wording/phrases.h */
struct rule_table;

struct check_subject {
    const struct doc *doc;
    const struct rule_table *rules;     /* set by check_run and its like */
    bool release;                       /* refuse what is not ready to be handed out */
    bool editor;                        /* the editor's rules as well */
    struct date_moment today;           /* year 0: not known, and nothing is compared with it */
    const struct frames *frames;        /* NULL before layout */
    const struct prose *prose;          /* its text, where the editor's rules are asked */
    const struct phrase_index *phrases; /* check_phrases; NULL: made for this leaflet alone */
};

/* One rule over the whole leaflet. It reports and changes nothing. */
typedef void check_rule(const struct check_subject *subject, struct diag_list *diags);

/* clang-format off */
/* The families, in the order of the list: X(SYMBOL, "name in settings", "heading of the list"). */
#define RULE_FAMILIES(X)                                                                           \
    X(FILES, "files", "Files and settings")                                                        \
    X(MARKUP, "markup", "What is written is what is read")                                         \
    X(STRUCTURE, "structure", "Structure")                                                         \
    X(IDENTITY, "identity", "Identity and dates")                                                  \
    X(ENGLISH, "english", "Plain English")                                                         \
    X(DOSES, "doses", "Doses and units")                                                           \
    X(BALANCE, "balance", "Balance")                                                               \
    X(PRINT, "print", "Print and e-reader")                                                        \
    X(ACROSS, "across", "Across leaflets")                                                         \
    X(OUTPUT, "output", "Making the files")
/* clang-format on */
enum rule_family {
#define X(symbol, name, heading) RULE_##symbol,
    RULE_FAMILIES(X)
#undef X
        RULE_FAMILY_COUNT
};

enum rule_trait {
    RULE_EDITOR = 1 << 0,     /* only `leafset check` asks it */
    RULE_IN_ENGLISH = 1 << 1, /* only where the leaflet is in English */
    RULE_RELEASE = 1 << 2,    /* with --release build asks it too, and it is an error */
    RULE_FRAMES = 1 << 3,     /* asked once the pages are laid out */
    RULE_BUILD = 1 << 4,      /* only build tells it: an editor's rule says the same, and more */
};

struct rule {
    enum diag_code code; /* a row each */
    enum rule_family family;
    unsigned traits;        /* of enum rule_trait */
    const char *asks;       /* one sentence without full stop */
    const char *why;        /* more sentences, or NULL */
    const char *source;     /* who asks it, "; " and the address; NULL: leafset */
    const char *bad, *good; /* a leaflet's body each, which shows the code and does not; or NULL */
    struct rule_limit {
        const char *name; /* the key below check: in the settings; NULL: none */
        int value;        /* where the settings say nothing */
        const char *unit;
    } limit;
    check_rule *run; /* NULL: another row's function, a reader or a writer tells it */
};

struct rule_array {
    const struct rule *rows;
    size_t count;
};

struct rule_table {
    const struct rule_array *const *arrays;
    size_t count;
};

/* The next row after one, or the first after NULL; NULL after the last. *array is the caller's. */
const struct rule *rule_next(const struct rule_table *table, const struct rule *row, size_t *array);
/* The row of a code, which has one; the row of a code's name, or NULL. */
const struct rule *rule_of(const struct rule_table *table, enum diag_code code);
const struct rule *rule_named(const struct rule_table *table, const char *name);
/* "english", by which settings wish for the editor's rules of a family. */
const char *rule_family_name(enum rule_family family);
/* "Plain English". */
const char *rule_family_heading(enum rule_family family);

/* The limit in force for the code, whose row has one. */
int rule_limit(const struct check_subject *subject, enum diag_code code);
/* The name of the leaflet's file, for what has no place in it; NULL: it has none. */
const char *rule_file(const struct check_subject *subject);
/* The code's name that is spelled most like the word, or NULL. */
const char *rule_nearest(const char *word);
/* True where the leaflet's language is English. */
bool rule_is_english(const struct check_subject *subject);
/* Whether a rule is asked of this leaflet, as far as its row says. */
bool rule_is_asked(const struct check_subject *subject, const struct rule *row);

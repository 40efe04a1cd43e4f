/* What can be said of one leaflet and one criterion. It never says more than somebody, or a
 * program, has looked at. Used by report/ and build/. */
#pragma once

#include "doc/doc.h"
#include "evidence/criteria.h"

enum verdict_kind {
    VERDICT_PROVED, /* by construction or test */
    VERDICT_ABSENT, /* does not apply */
    VERDICT_PERSON, /* a person must judge, or has */
    VERDICT_OPEN,   /* not proved: a rule speaks against it, or was not asked */
    VERDICT_COUNT
};

struct verdict {
    enum verdict_kind kind;
    const char *why;      /* proof, reason, or what speaks against it; NULL: nothing to say */
    const char *question; /* PERSON: what is to be judged */
    const struct meta_judgement *judgement; /* PERSON: who has; NULL: nobody yet … */
    const char *void_why;                   /* … or why what somebody did does not count, or NULL */
};

struct verdict_subject {
    const struct doc *doc;
    const struct diag_list *diags; /* all that was told of it */
    unsigned facts;                /* facts_of */
    struct date_moment today;      /* year 0: not known */
};

/* The subject's leaflet has no error. Strings live in the arena or in the tables; a judgement in
 * the document. */
void verdict_make(const struct verdict_subject *subject, const struct criterion *criterion,
                  struct arena *arena, struct verdict *out);

/* "proved", "does not apply", "a person must judge", "not proved"; and for programs "proved",
 * "not-applicable", "person", "open". */
const char *verdict_name(enum verdict_kind kind);
const char *verdict_key(enum verdict_kind kind);

/* Which section of a leaflet says what: benefits, risks, other choices. By what its front matter
 * says (sections:), else by English headings and words. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* clang-format off */
/* X(SYMBOL, "name below sections:") */
#define SECTION_ROLES(X)                                                                           \
    X(BENEFITS, "benefits")                                                                        \
    X(RISKS, "risks")                                                                              \
    X(ALTERNATIVES, "alternatives")                                                                \
    X(WITHOUT, "without")                                                                          \
    X(HELP, "help")                                                                                \
    X(QUESTIONS, "questions")
/* clang-format on */
enum section_role {
#define X(symbol, name) SECTION_##symbol,
    SECTION_ROLES(X)
#undef X
        SECTION_ROLE_COUNT
};

/* What was found of each role. */
struct sections {
    const struct node *heading[SECTION_ROLE_COUNT]; /* or NULL */
    bool said[SECTION_ROLE_COUNT]; /* by a heading, a box or in the text of the leaflet */
};

/* What the text says is only looked for where a section is about benefits: without one, nothing
 * depends on it. */
void sections_find(const struct check_subject *subject, struct sections *out);
const char *section_role_name(enum section_role role);
/* The role of that name; SECTION_ROLE_COUNT: there is none. */
enum section_role section_role_find(const char *name);
/* The heading of the leaflet with these words, in capitals or not; or NULL. */
const struct node *section_heading(const struct doc *doc, const char *words);

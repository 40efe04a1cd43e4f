#include "report/sheet.h"

#include <string.h>

#include "base/version.h"
#include "report/status.h"

/* Leaflets and people that are named in one place. */
#define NAMED_MOST 6

const char *const sheet_paragraphs[SHEET_PARAGRAPHS] = {
    "What leafset " LEAFSET_VERSION " claims of the PDF and the EPUB that it makes, and why. "
    "\"Proved\" means by construction, which is how the program makes every file, or by a rule "
    "that "
    "was asked of this leaflet. \"Tests\" are those of the program, which run on documents of its "
    "own and not on this file.",
    "\"Does not apply\" is worked out from the leaflet itself and changes with it.",
    "What only a person can judge is claimed where the leaflet says who judged it, and when "
    "(judged: "
    "in its front matter), and nowhere else. This report is no certificate."};

/* ---- what a leaflet is called */

static void put_name(const struct evidence_leaflet *leaflet, struct buf *out)
{
    buf_put_string(out, leaflet->title ? leaflet->title : leaflet->path);
    if (leaflet->reference)
        buf_format(out, ", %s", leaflet->reference);
    if (leaflet->version)
        buf_format(out, ", version %s", leaflet->version);
}

static const char *short_name(const struct evidence_leaflet *leaflet)
{
    return leaflet->reference ? leaflet->reference : leaflet->path;
}

void sheet_put_title(const struct evidence *evidence, struct buf *out)
{
    buf_put_string(out, "Evidence of accessibility: ");
    if (evidence->count == 1)
        put_name(&evidence->leaflets[0], out);
    else
        buf_format(out, "%zu leaflets", evidence->count);
}

/* ---- counting */

struct tally {
    size_t kinds[VERDICT_COUNT];
    size_t judged; /* of VERDICT_PERSON */
};

static void count_entry(const struct evidence_entry *entry, struct tally *tally)
{
    tally->kinds[entry->kind]++;
    tally->judged += entry->by != NULL;
}

static void put_part(struct buf *out, size_t count, const char *before, const char *after,
                     bool *any)
{
    if (count == 0)
        return;
    buf_format(out, "%s%s%zu%s", *any ? ", " : "", before, count, after);
    *any = true;
}

void sheet_put_counts(const struct evidence *evidence, enum standard standard, struct buf *out)
{
    struct tally tally = {.judged = 0};
    size_t first = evidence_first(standard);
    bool any = false;
    if (evidence->count > 1)
        buf_format(out, "Of %zu leaflets together: ", evidence->count);
    for (size_t i = 0; i < evidence->count; i++)
        for (size_t j = 0; evidence->leaflets[i].entries && j < criteria[standard].count; j++)
            count_entry(&evidence->leaflets[i].entries[first + j], &tally);
    put_part(out, tally.kinds[VERDICT_PROVED], "", " proved", &any);
    put_part(out, tally.kinds[VERDICT_ABSENT], "", " do not apply", &any);
    put_part(out, tally.judged, "", " judged by a person", &any);
    put_part(out, tally.kinds[VERDICT_PERSON] - tally.judged, "", " that nobody has judged yet",
             &any);
    put_part(out, tally.kinds[VERDICT_OPEN], "", " not proved", &any);
}

/* ---- results */

static void put_judge(const struct evidence_entry *entry, struct buf *out)
{
    char day[STATUS_DAY_SIZE];
    buf_format(out, "%s on %s", entry->by,
               status_day(entry->on.year, entry->on.month, entry->on.day, day));
}

static void put_one(const struct evidence_entry *entry, struct buf *out)
{
    if (entry->kind != VERDICT_PERSON) {
        buf_put_string(out, verdict_name(entry->kind));
    } else if (entry->by) {
        buf_put_string(out, "judged by ");
        put_judge(entry, out);
    } else {
        buf_put_string(out, "a person must judge: nobody has judged this yet");
    }
}

void sheet_put_result(const struct evidence *evidence, size_t entry, struct buf *out)
{
    struct tally tally = {.judged = 0};
    bool any = false;
    if (evidence->count == 1 && evidence->leaflets[0].entries) {
        put_one(&evidence->leaflets[0].entries[entry], out);
        return;
    }
    for (size_t i = 0; i < evidence->count; i++)
        if (evidence->leaflets[i].entries)
            count_entry(&evidence->leaflets[i].entries[entry], &tally);
    put_part(out, tally.kinds[VERDICT_PROVED], "proved in ", "", &any);
    put_part(out, tally.kinds[VERDICT_ABSENT], "does not apply to ", "", &any);
    put_part(out, tally.judged, "judged by a person in ", "", &any);
    put_part(out, tally.kinds[VERDICT_PERSON] - tally.judged, "not judged yet in ", "", &any);
    put_part(out, tally.kinds[VERDICT_OPEN], "not proved in ", "", &any);
}

/* ---- reasons */

static void put_sentence(struct buf *out, const char *before, const char *text)
{
    if (text)
        buf_format(out, "%s%s%s", out->len > 0 ? " " : "", before, text);
}

static bool is_same_judge(const struct evidence_entry *a, const struct evidence_entry *b)
{
    return a->by && b->by && strcmp(a->by, b->by) == 0 && meta_date_compare(a->on, b->on) == 0;
}

/* Who has judged it in several leaflets. */
static void put_judges(const struct evidence *evidence, size_t entry, struct buf *out)
{
    const struct evidence_entry *named[NAMED_MOST];
    size_t count = 0, more = 0;
    for (size_t i = 0; i < evidence->count; i++) {
        const struct evidence_entry *entries = evidence->leaflets[i].entries;
        size_t at = 0;
        if (!entries || !entries[entry].by)
            continue;
        while (at < count && !is_same_judge(named[at], &entries[entry]))
            at++;
        if (at < count)
            continue;
        if (count == NAMED_MOST)
            more++;
        else
            named[count++] = &entries[entry];
    }
    for (size_t i = 0; i < count; i++) {
        buf_put_string(out, i > 0 ? ", " : " Judged by ");
        put_judge(named[i], out);
    }
    buf_put_string(out, more > 0 ? " and others." : count > 0 ? "." : "");
}

/* Why something is not proved, leaflet by leaflet. */
static void put_open(const struct evidence *evidence, size_t entry, struct buf *out)
{
    size_t named = 0;
    for (size_t i = 0; i < evidence->count; i++) {
        const struct evidence_leaflet *leaflet = &evidence->leaflets[i];
        if (!leaflet->entries || leaflet->entries[entry].kind != VERDICT_OPEN)
            continue;
        if (named++ == NAMED_MOST) {
            buf_put_string(out, " So it is in others.");
            return;
        }
        buf_format(out, "%s%s%s%s", out->len > 0 ? " " : "",
                   evidence->count > 1 ? short_name(leaflet) : "", evidence->count > 1 ? ": " : "",
                   leaflet->entries[entry].why);
    }
}

/* The first of the kind in any leaflet: of one kind all say the same. */
static const struct evidence_entry *first_of(const struct evidence *evidence, size_t entry,
                                             enum verdict_kind kind)
{
    for (size_t i = 0; i < evidence->count; i++) {
        const struct evidence_entry *entries = evidence->leaflets[i].entries;
        if (entries && entries[entry].kind == kind)
            return &entries[entry];
    }
    return NULL;
}

void sheet_put_reason(const struct evidence *evidence, const struct criterion *criterion,
                      size_t entry, struct buf *out)
{
    const struct evidence_entry *proved = first_of(evidence, entry, VERDICT_PROVED);
    const struct evidence_entry *absent = first_of(evidence, entry, VERDICT_ABSENT);
    const struct evidence_entry *person = first_of(evidence, entry, VERDICT_PERSON);
    bool several = evidence->count > 1;
    put_open(evidence, entry, out);
    if (criterion->as) {
        if (proved || absent || person)
            put_sentence(out, "As WCAG ", criterion->as);
        return;
    }
    put_sentence(out, "", proved ? proved->why : person ? person->why : NULL);
    put_sentence(out, several && (proved || person) ? "Elsewhere: " : "",
                 absent ? absent->why : NULL);
    put_sentence(out, "To judge: ", person ? person->question : NULL);
    if (!several && person)
        put_sentence(out, "", person->void_why);
    if (several)
        put_judges(evidence, entry, out);
}

/* ---- the list of several */

/* What nobody has judged yet, or that it is all. */
static void put_unjudged(const struct evidence_leaflet *leaflet, struct buf *out)
{
    struct buf ids = {0};
    size_t judged = 0;
    for (size_t i = 0; i < STANDARD_COUNT; i++) {
        for (size_t j = 0; j < criteria[i].count; j++) {
            const struct evidence_entry *entry =
                &leaflet->entries[evidence_first((enum standard)i) + j];
            if (entry->kind != VERDICT_PERSON || criteria[i].rows[j].as)
                continue;
            judged += entry->by != NULL;
            if (!entry->by)
                buf_format(&ids, "%s%s", ids.len > 0 ? ", " : "", criteria[i].rows[j].id);
        }
    }
    if (ids.len == 0)
        buf_put_string(out, ": all that a person must judge has been judged");
    else if (judged == 0)
        buf_put_string(out, ": nobody has judged anything yet");
    else
        buf_format(out, ": nobody has judged yet %s", ids.data);
    buf_free(&ids);
}

void sheet_put_leaflet(const struct evidence_leaflet *leaflet, struct buf *out)
{
    put_name(leaflet, out);
    if (leaflet->title)
        buf_format(out, " (%s)", leaflet->path);
    if (leaflet->entries)
        put_unjudged(leaflet, out);
    else
        buf_format(out,
                   ": %zu error%s (leafset check tells), so no file is made of it and nothing is "
                   "claimed",
                   leaflet->errors, leaflet->errors == 1 ? "" : "s");
}

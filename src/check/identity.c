#include "check/identity.h"

#include "base/buf.h"

/* ---- status and dates */

static void check_draft_refused(const struct check_subject *subject, struct diag_list *diags)
{
    const struct doc *doc = subject->doc;
    if (subject->release && doc->meta.status == META_STATUS_DRAFT)
        diag_add_file(diags, DIAG_CODE_DRAFT_REFUSED, rule_file(subject),
                      "write `status: final` once the leaflet is approved, or build without "
                      "--release",
                      "is a draft");
}

static void check_draft(const struct check_subject *subject, struct diag_list *diags)
{
    if (!subject->release && subject->doc->meta.status == META_STATUS_DRAFT)
        diag_add_file(diags, DIAG_CODE_DRAFT, rule_file(subject),
                      "write `status: final` once the leaflet is approved",
                      "is a draft: it must not be handed out");
}

/* A date without day is compared by year and month only. */
static bool is_after(struct meta_date a, struct meta_date b)
{
    if (a.year == 0 || b.year == 0)
        return false;
    if (a.day == 0 || b.day == 0)
        a.day = b.day = 0;
    return meta_date_compare(a, b) > 0;
}

static void check_date_order(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta *meta = &subject->doc->meta;
    const char *before = is_after(meta->published, meta->next_review)  ? "the leaflet is published"
                         : is_after(meta->reviewed, meta->next_review) ? "the last review"
                                                                       : NULL;
    if (before)
        diag_add(diags, DIAG_CODE_DATE_ORDER, meta->next_review.span, "check both dates",
                 "the next review is before %s", before);
}

static struct meta_date today_of(const struct check_subject *subject)
{
    return (struct meta_date){subject->today.year, subject->today.month, subject->today.day,
                              SPAN_NONE};
}

/* "2026-11" is due when the month is over. */
static void check_overdue(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta_date due = subject->doc->meta.next_review, today = today_of(subject);
    if (!is_after(today, due))
        return;
    struct buf date = {0};
    buf_format(&date, "%04d-%02d", due.year, due.month);
    if (due.day > 0)
        buf_format(&date, "-%02d", due.day);
    diag_add(diags, DIAG_CODE_REVIEW_OVERDUE, due.span,
             "have it checked, then set reviewed: and a new next_review:",
             "the review was due on %s", date.data);
    buf_free(&date);
}

/* The later of the two dates from which a review counts; year 0: there is none. */
static struct meta_date last_checked(const struct meta *meta)
{
    return is_after(meta->reviewed, meta->published) || meta->published.year == 0 ? meta->reviewed
                                                                                  : meta->published;
}

static void check_review_late(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta_date due = subject->doc->meta.next_review;
    struct meta_date latest = last_checked(&subject->doc->meta);
    int years = rule_limit(subject, DIAG_CODE_REVIEW_LATE);
    if (latest.year == 0)
        return;
    latest.year += years;
    if (is_after(due, latest))
        diag_add(diags, DIAG_CODE_REVIEW_LATE, due.span,
                 arena_format(diags->arena, "plan it for %04d-%02d or earlier", latest.year,
                              latest.month),
                 "the next review is more than %d years after the last", years);
}

static void check_future(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta *meta = &subject->doc->meta;
    const struct meta_date today = today_of(subject);
    if (today.year > 0 && is_after(meta->reviewed, today))
        diag_add(diags, DIAG_CODE_REVIEW_FUTURE, meta->reviewed.span, "check the date",
                 "the last review is not over yet");
}

/* EPUB Accessibility 1.1, 3.2.3: a claim says who found so; without it none is made. */
static void check_claim(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta_accessibility *claim = &subject->doc->meta.accessibility;
    if (claim->conforms_to.value && !claim->certified_by.value)
        diag_add(diags, DIAG_CODE_CLAIM_UNSIGNED, claim->conforms_to.span,
                 "add certified_by: and the name of who evaluated it, below accessibility:",
                 "the e-book makes no claim of accessibility, for nobody is named who found it so");
}

/* ---- what is missing */

struct missing {
    const char *what; /* in the message */
    const char *line; /* in the hint */
};

/* "a", "a or b", "a, b or c". */
static void put_words(struct buf *out, const char *word, const char *last, size_t at, size_t count)
{
    if (at > 0)
        buf_put_string(out, at + 1 == count ? last : ", ");
    buf_put_string(out, word);
}

/* One message for all that is missing. */
static void tell_missing(const struct check_subject *subject, enum diag_code code,
                         const struct missing *items, size_t count, const char *where,
                         struct diag_list *diags)
{
    struct buf what = {0}, lines = {0};
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++) {
        put_words(&what, items[i].what, " or ", i, count);
        put_words(&lines, items[i].line, " and ", i, count);
    }
    buf_format(&lines, " in %s", where);
    diag_add_file(diags, code, rule_file(subject), arena_format(diags->arena, "add %s", lines.data),
                  "does not say %s", what.data);
    buf_free(&what);
    buf_free(&lines);
}

static void check_identity(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta *meta = &subject->doc->meta;
    struct missing missing[5];
    size_t count = 0;
    if (!meta->reference.value)
        missing[count++] = (struct missing){"its reference", "reference: XX-000"};
    if (!meta->version.value)
        missing[count++] = (struct missing){"its version", "version: 1.0"};
    if (!meta->owner.value)
        missing[count++] = (struct missing){"who answers for it", "owner: Skin Clinic"};
    if (meta->published.year == 0)
        missing[count++] = (struct missing){"when it was published", "published: 2026-11-23"};
    if (meta->next_review.year == 0)
        missing[count++] = (struct missing){"when it will be reviewed", "next_review: 2028-11"};
    tell_missing(subject, DIAG_CODE_IDENTITY_MISSING, missing, count, "the front matter", diags);
}

static void check_reviewer(const struct check_subject *subject, struct diag_list *diags)
{
    if (subject->doc->meta.reviewers.count == 0)
        diag_add_file(diags, DIAG_CODE_REVIEWER_MISSING, rule_file(subject),
                      "add reviewers: and the name and post of who checked it, in the front matter",
                      "names nobody who has checked its facts");
}

static void check_sources(const struct check_subject *subject, struct diag_list *diags)
{
    if (subject->doc->meta.sources.count == 0)
        diag_add_file(diags, DIAG_CODE_SOURCES_MISSING, rule_file(subject),
                      "add sources: and a line for each, in the front matter",
                      "does not say where its facts come from");
}

static void check_publisher(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta_contact *contact = &subject->doc->meta.contact;
    struct missing missing[3];
    size_t count = 0;
    if (!contact->name.value)
        missing[count++] = (struct missing){"who publishes it", "name: Riverside Skin Clinic"};
    if (!contact->phone.value && !contact->email.value && !contact->web.value)
        missing[count++] = (struct missing){"whom to ask", "phone: 01632 960 001"};
    if (!contact->formats.value)
        missing[count++] = (struct missing){"how to get it in large print or another form",
                                            "formats: Ask us for this leaflet in large print"};
    tell_missing(subject, DIAG_CODE_CONTACT_MISSING, missing, count,
                 "clinic.yml, where it holds for all leaflets", diags);
}

/* ---- rows */

#define CONTENT_STANDARD                                                                           \
    "NHS standard for creating health content; "                                                   \
    "https://service-manual.nhs.uk/content/standard-for-creating-health-content"

static const struct rule rows[] = {
    {.code = DIAG_CODE_DRAFT_REFUSED,
     .family = RULE_IDENTITY,
     .asks = "what is released is no draft",
     .run = check_draft_refused},
    {.code = DIAG_CODE_DRAFT,
     .family = RULE_IDENTITY,
     .traits = RULE_EDITOR,
     .asks = "a leaflet is final before it is handed out",
     .bad = "---\ntitle: Skin test\nlang: en-GB\nstatus: draft\n---\n\nEat as usual.\n",
     .good = "---\ntitle: Skin test\nlang: en-GB\nstatus: final\n---\n\nEat as usual.\n",
     .run = check_draft},
    {.code = DIAG_CODE_DATE_ORDER,
     .family = RULE_IDENTITY,
     .asks = "the next review is after publication and the last review",
     .bad = "---\ntitle: Skin test\nlang: en-GB\npublished: 2026-01-15\n"
            "next_review: 2025-01\n---\n\nEat as usual.\n",
     .good = "---\ntitle: Skin test\nlang: en-GB\npublished: 2026-01-15\n"
             "next_review: 2028-01\n---\n\nEat as usual.\n",
     .run = check_date_order},
    {.code = DIAG_CODE_DATE_MISSING,
     .family = RULE_IDENTITY,
     .traits = RULE_BUILD,
     .asks = "a leaflet has a date"},
    {.code = DIAG_CODE_IDENTITY_MISSING,
     .family = RULE_IDENTITY,
     .traits = RULE_EDITOR,
     .asks = "a leaflet says its reference, version, owner, publication and next review",
     .why = "Whoever finds it in a drawer can see whether it is the one in force.",
     .source = CONTENT_STANDARD "; https://www.bsuh.nhs.uk/library/2019/04/01/"
                                "sourcing-and-creating-patient-information-leaflets/",
     .bad = "---\ntitle: Skin test\nlang: en-GB\n---\n\nEat as usual.\n",
     .good = "---\ntitle: Skin test\nlang: en-GB\nreference: SK-1\nversion: 1.0\n"
             "owner: Skin Clinic\npublished: 2026-01-15\nnext_review: 2028-01\n---\n\n"
             "Eat as usual.\n",
     .run = check_identity},
    {.code = DIAG_CODE_REVIEW_OVERDUE,
     .family = RULE_IDENTITY,
     .traits = RULE_EDITOR | RULE_RELEASE,
     .asks = "the next review is not over (asked where --today or SOURCE_DATE_EPOCH says the day)",
     .source = CONTENT_STANDARD,
     .bad = "---\ntitle: Skin test\nlang: en-GB\npublished: 2022-01-15\n"
            "next_review: 2025-01\n---\n\nEat as usual.\n",
     .good = "---\ntitle: Skin test\nlang: en-GB\npublished: 2026-01-15\n"
             "next_review: 2028-01\n---\n\nEat as usual.\n",
     .run = check_overdue},
    {.code = DIAG_CODE_REVIEW_LATE,
     .family = RULE_IDENTITY,
     .traits = RULE_EDITOR,
     .asks = "a leaflet is reviewed every three years",
     .source = "one trust's practice; https://hgs.uhb.nhs.uk/foi-3211-patient-leaflets",
     .bad = "---\ntitle: Skin test\nlang: en-GB\npublished: 2026-01-15\n"
            "next_review: 2031-01\n---\n\nEat as usual.\n",
     .good = "---\ntitle: Skin test\nlang: en-GB\npublished: 2026-01-15\n"
             "next_review: 2029-01\n---\n\nEat as usual.\n",
     .limit = {"review-years", 3, "years"},
     .run = check_review_late},
    {.code = DIAG_CODE_REVIEW_FUTURE,
     .family = RULE_IDENTITY,
     .traits = RULE_EDITOR,
     .asks = "the last review is not in the future",
     .bad = "---\ntitle: Skin test\nlang: en-GB\nreviewed: 2027-01-15\n---\n\nEat as usual.\n",
     .good = "---\ntitle: Skin test\nlang: en-GB\nreviewed: 2026-01-15\n---\n\nEat as usual.\n",
     .run = check_future},
    {.code = DIAG_CODE_REVIEWER_MISSING,
     .family = RULE_IDENTITY,
     .traits = RULE_EDITOR | RULE_RELEASE,
     .asks = "somebody is named who has checked the facts",
     .source = CONTENT_STANDARD,
     .bad = "---\ntitle: Skin test\nlang: en-GB\n---\n\nEat as usual.\n",
     .good = "---\ntitle: Skin test\nlang: en-GB\nreviewers: the clinic's lead nurse\n---\n\n"
             "Eat as usual.\n",
     .run = check_reviewer},
    {.code = DIAG_CODE_SOURCES_MISSING,
     .family = RULE_IDENTITY,
     .traits = RULE_EDITOR,
     .asks = "a leaflet says where its facts come from",
     .source = "DISCERN, 4; http://www.discern.org.uk/quick_reference_guide.php",
     .bad = "---\ntitle: Skin test\nlang: en-GB\n---\n\nEat as usual.\n",
     .good = "---\ntitle: Skin test\nlang: en-GB\n"
             "sources:\n  - https://www.nhs.uk/conditions/allergies/\n---\n\nEat as usual.\n",
     .run = check_sources},
    {.code = DIAG_CODE_CONTACT_MISSING,
     .family = RULE_IDENTITY,
     .traits = RULE_EDITOR,
     .asks = "a leaflet says who publishes it, whom to ask, and how to get it in another form",
     .source = "NHS Accessible Information Standard, DAPB1605 (that it is offered in each leaflet "
               "is leafset's own); https://www.england.nhs.uk/long-read/"
               "accessible-information-standard-requirements-dapb1605",
     .bad = "---\ntitle: Skin test\nlang: en-GB\n---\n\nEat as usual.\n",
     .good = "---\ntitle: Skin test\nlang: en-GB\ncontact:\n  name: Riverside Skin Clinic\n"
             "  phone: 01632 960 001\n  formats: Ask us for large print\n---\n\nEat as usual.\n",
     .run = check_publisher},
    {.code = DIAG_CODE_CLAIM_UNSIGNED,
     .family = RULE_IDENTITY,
     .asks = "a claim of accessibility has a name",
     .source = "EPUB Accessibility 1.1, 3.2.3; https://www.w3.org/TR/epub-a11y-11/",
     .run = check_claim},
};

const struct rule_array check_identity_rows = {rows, sizeof rows / sizeof *rows};

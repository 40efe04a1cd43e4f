#include "check/identity.h"

void check_draft(const struct check_subject *subject, struct diag_list *diags)
{
    const struct doc *doc = subject->doc;
    if (subject->release && doc->meta.status == META_STATUS_DRAFT)
        diag_add_file(diags, DIAG_CODE_DRAFT_REFUSED, doc->source ? doc->source->name : NULL,
                      "write `status: final` once the leaflet is approved, or build without "
                      "--release",
                      "is a draft");
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

void check_date_order(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta *meta = &subject->doc->meta;
    const char *before = is_after(meta->published, meta->next_review)  ? "the leaflet is published"
                         : is_after(meta->reviewed, meta->next_review) ? "the last review"
                                                                       : NULL;
    if (before)
        diag_add(diags, DIAG_CODE_DATE_ORDER, meta->next_review.span, "check both dates",
                 "the next review is before %s", before);
}

/* EPUB Accessibility 1.1, 3.2.3: a claim says who found so; without it none is made. */
void check_claim(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta_accessibility *claim = &subject->doc->meta.accessibility;
    if (claim->conforms_to.value && !claim->certified_by.value)
        diag_add(diags, DIAG_CODE_CLAIM_UNSIGNED, claim->conforms_to.span,
                 "add certified_by: and the name of who evaluated it, below accessibility:",
                 "the e-book makes no claim of accessibility, for nobody is named who found it so");
}

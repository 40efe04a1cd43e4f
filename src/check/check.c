#include "check/check.h"

#include "check/boxes.h"
#include "check/headings.h"
#include "check/identity.h"
#include "check/language.h"
#include "check/leftovers.h"
#include "check/lengths.h"
#include "check/links.h"
#include "check/lists.h"
#include "check/notes.h"
#include "check/numbers.h"
#include "check/posed.h"
#include "check/vague.h"
#include "check/words.h"

/* The one table: a new rule is a row here and a function in its family's file. */
static check_rule *const rules[] = {
    check_draft,            /* draft-refused */
    check_date_order,       /* date-order */
    check_claim,            /* claim-unsigned */
    check_heading_levels,   /* heading-skipped */
    check_posed_headings,   /* heading-looks */
    check_picture_words,    /* image-no-alt */
    check_picture_names,    /* image-alt-vague */
    check_link_words,       /* link-empty */
    check_link_sites,       /* link-site-missing, link-site-refused */
    check_link_drafts,      /* link-draft */
    check_placeholders,     /* placeholder-left */
    check_encoding,         /* text-garbled */
    check_language_letters, /* language-unmarked */
    check_bullet_signs,     /* sign-as-bullet */
    check_boxes,            /* callout-empty, callout-unlisted */
    check_lengths,          /* text-too-long */
    check_numbers,          /* number-changed */
    check_note_safety,      /* note-safety */
};

void check_run(const struct check_subject *subject, struct diag_list *diags)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        rules[i](subject, diags);
}

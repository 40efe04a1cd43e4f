#include "read/markdown/callouts.h"

const char *const md_callout_names[CALLOUT_KIND_COUNT] = {
#define X(symbol, tag, word) [CALLOUT_##symbol] = tag,
    CALLOUT_KINDS(X)
#undef X
};

/* Other spellings of one of ours, as good as the name itself. */
static bool is_spelling(struct slice tag)
{
    static const char *const donts[] = {"don't", "don\xe2\x80\x99t", "do-not", "do_not", "do not"};
    for (size_t i = 0; i < sizeof donts / sizeof *donts; i++)
        if (slice_equal_nocase(tag, slice_from(donts[i])))
            return true;
    return false;
}

bool md_callout_is_kind(struct slice tag, enum callout_kind *kind)
{
    *kind = CALLOUT_DONT;
    if (is_spelling(tag))
        return true;
    for (int i = 0; i < CALLOUT_KIND_COUNT; i++)
        if (slice_equal_nocase(tag, slice_from(md_callout_names[i]))) {
            *kind = (enum callout_kind)i;
            return true;
        }
    return false;
}

bool md_callout_is_alarming(struct slice tag)
{
    static const char *const words[] = {"danger", "alert",  "alarm",    "attention",
                                        "stop",   "hazard", "critical", "beware"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal_nocase(tag, slice_from(words[i])))
            return true;
    return false;
}

bool md_callout_find(struct slice tag, enum callout_kind *kind)
{
    static const struct {
        const char *name;
        enum callout_kind kind;
    } others[] = {{"info", CALLOUT_NOTE},
                  {"information", CALLOUT_NOTE},
                  {"seealso", CALLOUT_NOTE},
                  {"hint", CALLOUT_TIP},
                  {"help", CALLOUT_TIP},
                  {"callout-note", CALLOUT_NOTE},
                  {"callout-tip", CALLOUT_TIP},
                  {"callout-warning", CALLOUT_WARNING},
                  {"callout-caution", CALLOUT_CAUTION},
                  {"callout-important", CALLOUT_IMPORTANT},
                  {"error", CALLOUT_WARNING},
                  {"failure", CALLOUT_WARNING},
                  {"immediate", CALLOUT_EMERGENCY}, /* the NHS service manual's names */
                  {"non-urgent", CALLOUT_ROUTINE},
                  {"nonurgent", CALLOUT_ROUTINE},
                  {"not-urgent", CALLOUT_ROUTINE},
                  {"dos", CALLOUT_DO},
                  {"donts", CALLOUT_DONT}};
    if (md_callout_is_kind(tag, kind))
        return true;
    *kind = CALLOUT_WARNING;
    if (md_callout_is_alarming(tag))
        return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (slice_equal_nocase(tag, slice_from(others[i].name))) {
            *kind = others[i].kind;
            return true;
        }
    return false;
}

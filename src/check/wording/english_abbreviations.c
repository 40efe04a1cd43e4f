#include "check/wording/english_abbreviations.h"

#include <string.h>

#include "base/hash.h"
#include "check/rule/found.h"

#define LONGEST 6u

#define WORDS_BEHIND 60u /* among which an explanation is looked for */

/* Known to everybody, by the NHS service manual and by every day's use; single letters apart. */
static const char well_known[] =
    " NHS GP UK USA US EU A&E DNA CT MRI TV ID HIV AIDS COVID PDF QR CD DVD OK PO PIN SMS UV AM PM "
    "BBC RNIB DIY VAT BST GMT IQ FAQ UN URL USB SIM CCTV AD BC LGBT LED HTML EPUB MP NI KB MB GB "
    "DVLA MMR UNICEF UNESCO NATO NASA "
    /* behind names */
    "MBBS FRCP FRCS FRCA FRCR FRCOG FRCGP FRCPCH MRCP MRCS MRCGP MRCOG RGN RMN RN BSC MSC PHD ";

/* Words that are set in capitals to be loud: another rule's. */
static const char words[] =
    " NOT DO MUST STOP CALL TAKE KEEP ONLY WASH REST RING READ NOTE HELP NO "
    "YES AND OR IF BUT THE FOR OFF ON IN AT TO IS IT WE MY BY UP ALSO THIS "
    "THAT WITH FROM WHEN WILL YOUR YOU ANY EACH EVER MORE LESS THAN NEVER "
    "II III IV VI VII VIII IX XI XII ";

/* How wards write when a dose is taken. */
static const struct {
    const char *capitals, *words;
} doses[] = {
    {"BD", "twice a day"},       {"BID", "twice a day"},   {"TDS", "3 times a day"},
    {"TID", "3 times a day"},    {"QDS", "4 times a day"}, {"QID", "4 times a day"},
    {"PRN", "when you need it"},
};

static const char *words_of_dose(struct slice capitals)
{
    for (size_t i = 0; i < sizeof doses / sizeof *doses; i++)
        if (slice_equal_string(capitals, doses[i].capitals))
            return doses[i].words;
    return NULL;
}

static bool is_in(const char *list, struct slice word)
{
    char padded[LONGEST + 3];
    padded[0] = ' ';
    memcpy(padded + 1, word.ptr, word.len);
    padded[word.len + 1] = ' ';
    padded[word.len + 2] = '\0';
    return strstr(list, padded);
}

/* The capitals of a word that is an abbreviation ("GPs" -> "GP"); empty: it is none. */
static struct slice abbreviation(const struct prose_passage *passage, const struct prose_word *word)
{
    struct slice text = prose_word_text(passage, word);
    if (slice_ends(text, "s") && text.len > 2)
        text.len--;
    if (slice_ends(text, "'"))
        text.len--;
    else if (slice_ends(text, "’"))
        text.len -= 3;
    if (text.len < 2 || text.len > LONGEST)
        return SLICE_EMPTY;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < 'A' || text.ptr[i] > 'Z')
            return SLICE_EMPTY;
    return is_in(well_known, text) || is_in(words, text) ? SLICE_EMPTY : text;
}

/* True if a character that is neither a blank nor a full stop touches the word: "AB-12", "A&E". */
static bool is_part(const struct prose_passage *passage, const struct prose_word *word)
{
    struct slice text = passage->text;
    size_t end = word->start + (size_t)word->len;
    char before = word->start > 0 ? text.ptr[word->start - 1] : ' ';
    char after = end < text.len ? text.ptr[end] : ' ';
    return strchr("&/-@#", before) || strchr("&/-@#", after);
}

/* "an electrocardiogram (ECG)", "ECG (electrocardiogram)", "PET scan (…", "LP or spinal tap", but
 * not "DVT or PE". */
static bool is_bracketed(const struct prose_passage *passage, const struct prose_word *word)
{
    struct slice text = passage->text;
    size_t end = word->start + (size_t)word->len;
    bool opens = word->start > 0 && text.ptr[word->start - 1] == '(';
    struct slice after = slice_from_position(text, end);
    size_t space = slice_find(slice_sub(slice_from_position(after, 1), 0, 12), ' ');
    bool in_words = slice_starts(after, " or ") && after.len > 4 && after.ptr[4] >= 'a';
    return (opens && word->start > 1) || slice_starts(after, " (") || in_words ||
           slice_starts(slice_from_position(after, 1 + space), " (");
}

/* *[MRI]: magnetic resonance imaging */
static bool is_marked(const struct prose *prose, const struct prose_passage *passage,
                      const struct prose_word *word)
{
    const struct node *text = prose_node_at(prose, passage, word->start);
    return text && text->parent->kind == NODE_ABBREVIATION;
}

/* "blood group AB" */
static bool is_kind(struct slice word)
{
    static const char *const kinds[] = {"group", "type", "stage", "grade", "class", "plan", "form"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_equal_nocase(word, slice_from(kinds[i])))
            return true;
    return false;
}

/* Stages ("IIIB"), initials of names in a list of sources, loud words, "text STOP to 60777". */
static bool is_no_abbreviation(const struct prose *prose, const struct prose_passage *passage,
                               uint32_t w, struct slice capitals)
{
    const struct prose_word *word = &prose->words[passage->words + w];
    bool numeral = true;
    for (size_t i = 0; i < capitals.len; i++)
        numeral =
            numeral && strchr(i > 0 && i + 1 == capitals.len ? "IVXABC" : "IVX", capitals.ptr[i]);
    size_t end = word->start + (size_t)word->len;
    char after = end < passage->text.len ? passage->text.ptr[end] : ' ';
    if (w > 0 && (is_kind(prose_word_text(passage, word - 1)) ||
                  slice_equal_nocase(prose_word_text(passage, word - 1), SLICE_LIT("text"))))
        return true;
    bool initials = capitals.len == 2 && w > 0 && word[-1].traits & PROSE_CAPITAL &&
                    (after == ',' || after == '.');
    return numeral || initials || word->traits & PROSE_LITTLE;
}

/* "also called PCOS", "known as ECG", "cystic fibrosis, or CF". */
static bool is_introduced(const struct prose *prose, const struct prose_passage *passage,
                          uint32_t w)
{
    const struct prose_word *last = w > 0 ? &prose->words[passage->words + w - 1] : NULL;
    if (last && last->start > 1 && passage->text.ptr[last->start - 2] == ',' &&
        slice_equal_string(prose_word_text(passage, last), "or"))
        return true;
    for (uint32_t back = 1; back <= 4 && back <= w; back++) {
        struct slice before = prose_word_text(passage, &prose->words[passage->words + w - back]);
        if (slice_equal_nocase(before, SLICE_LIT("called")) ||
            slice_equal_nocase(before, SLICE_LIT("known")))
            return true;
    }
    return false;
}

/* "Your target INR is 2.5. INR stands for …": soon behind it, in the same block. */
static bool is_told_behind(const struct prose *prose, const struct prose_passage *passage,
                           uint32_t w, struct slice capitals)
{
    for (uint32_t i = w; i + 1 < passage->word_count && i < w + WORDS_BEHIND; i++) {
        const struct prose_word *word = &prose->words[passage->words + i];
        struct slice verb = prose_word_text(passage, word + 1);
        if (slice_equal(prose_word_text(passage, word), capitals) &&
            (slice_equal_string(verb, "stands") || slice_equal_string(verb, "means")))
            return true;
    }
    return false;
}

/* "NIH: National Institutes of Health": the initials of the words behind it. */
static bool is_spelled_behind(const struct prose *prose, const struct prose_passage *passage,
                              uint32_t w, struct slice capitals)
{
    size_t matched = 0;
    uint32_t end = w + 2 + 2 * LONGEST;
    for (w++; w < passage->word_count && w < end && matched < capitals.len; w++) {
        const struct prose_word *word = &prose->words[passage->words + w];
        char first = ascii_lower(passage->text.ptr[word->start]);
        if (first == ascii_lower(capitals.ptr[matched]))
            matched++;
        else if (!(word->traits & PROSE_LITTLE))
            return false;
    }
    return matched == capitals.len;
}

/* The initials of the words before it: "British Sign Language or BSL", "transient ischaemic attack,
 * TIA". */
static bool is_spelled_before(const struct prose *prose, const struct prose_passage *passage,
                              uint32_t w, struct slice capitals)
{
    if (w < capitals.len)
        return false;
    const struct prose_word *words_before = &prose->words[passage->words];
    uint32_t end = w;
    if (words_before[end - 1].traits & PROSE_LITTLE)
        end--;
    if (end < capitals.len)
        return false;
    for (size_t i = 0; i < capitals.len; i++) {
        char first = passage->text.ptr[words_before[end - capitals.len + i].start];
        if (ascii_lower(first) != ascii_lower(capitals.ptr[i]))
            return false;
    }
    return true;
}

/* A heading in capitals, a postcode, a code: no place for an abbreviation. */
static bool is_in_capitals(const struct prose *prose, const struct prose_passage *passage,
                           uint32_t w)
{
    const struct prose_word *word = &prose->words[passage->words + w];
    for (int step = -1; step <= 1; step += 2) {
        if ((step < 0 && w == 0) || (step > 0 && w + 1 == passage->word_count))
            continue;
        const struct prose_word *near = word + step;
        struct slice text = prose_word_text(passage, near);
        if (near->traits & PROSE_CAPITALS &&
            (near->len > 4 || near->traits & PROSE_LITTLE || is_in(words, text)))
            return true;
        bool dose = step < 0 && !ascii_is_digit(text.ptr[text.len - 1]); /* "400mg TDS" */
        if (near->traits & PROSE_NUMBER && !dose)                        /* "20 IU", "FORM 7A" */
            return true;
    }
    return false;
}

static void look(const struct prose *prose, const struct prose_passage *passage, uint32_t w,
                 struct map *seen, struct diag_list *diags)
{
    const struct prose_word *word = &prose->words[passage->words + w];
    struct slice capitals = abbreviation(passage, word);
    struct found found = {prose, passage, word->start, word->start + (size_t)word->len};
    if (capitals.len == 0 || map_get(seen, capitals) || is_part(passage, word) ||
        is_no_abbreviation(prose, passage, w, capitals) || is_in_capitals(prose, passage, w) ||
        found_is_quoted(&found) || found_is_left_over(&found))
        return;
    map_put(seen, capitals, (void *)(uintptr_t)1);
    if (is_bracketed(passage, word) || is_marked(prose, passage, word) ||
        is_introduced(prose, passage, w) || is_spelled_before(prose, passage, w, capitals) ||
        is_spelled_behind(prose, passage, w, capitals) ||
        is_told_behind(prose, passage, w, capitals))
        return;
    const char *dose = words_of_dose(capitals);
    const char *hint =
        dose
            ? arena_format(diags->arena, "write: %s", found_mended(&found, dose, diags->arena))
            : arena_format(diags->arena,
                           "write it in full here, as in \"the words in full (%.*s)\"; a word that "
                           "stands in the leaflet only once needs no abbreviation",
                           SLICE_ARGS(capitals));
    diag_add(diags, DIAG_CODE_ABBREVIATION_UNEXPLAINED, found_span(&found), hint,
             "\"%.*s\" is not explained where it first stands", SLICE_ARGS(capitals));
}

void check_english_abbreviations(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    struct map seen = {0};
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        bool heading = passage->place == PROSE_TITLE || passage->place == PROSE_HEADING;
        for (uint32_t w = 0; passage->english && !heading && w < passage->word_count; w++) {
            unsigned traits = prose->words[passage->words + w].traits;
            if (traits & (PROSE_CAPITALS | PROSE_MIXED) &&
                !(traits & (PROSE_ADDRESS | PROSE_NUMBER)))
                look(prose, passage, w, &seen, diags);
        }
    }
    map_free(&seen);
}

#include "layout/par/report.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "layout/par/memory.h"

#define QUOTE_MOST 60u /* bytes of a word in a message */

/* Where a byte of a span stands in its node's text: the same place, unless tabs were expanded. */
static size_t place_in_node(const struct par_span *span, uint32_t place)
{
    size_t offset = place - span->start;
    struct slice text = span->node->text;
    if (span->len == text.len)
        return offset;
    size_t shown = 0, column = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (shown >= offset)
            return i;
        char c = text.ptr[i];
        do {
            shown++;
            column += !utf8_is_tail(c);
        } while (c == '\t' && column % PAR_TAB_COLUMNS != 0);
        if (c == '\n')
            column = 0;
    }
    return text.len;
}

/* The place of a node, or of what stands around it where leafset made it. */
static struct span nearest_span(const struct node *node)
{
    while (node->span.source == NULL && node->parent)
        node = node->parent;
    return node->span;
}

static struct span source_span(const struct par_work *work, uint32_t index, uint32_t start,
                               uint32_t end)
{
    const struct par_span *span = &work->spans[index];
    if (!span->node)
        return span->id > 0 && span->id <= work->layout->doc->node_count
                   ? nearest_span(work->layout->doc->nodes[span->id])
                   : SPAN_NONE;
    if (span->kind != PAR_SPAN_TEXT || span->node->kind != NODE_TEXT || !span->node->span.source)
        return nearest_span(span->node);
    if (end > span->start + span->len)
        end = span->start + span->len;
    size_t from = place_in_node(span, start);
    return node_text_span(span->node, from, place_in_node(span, end) - from);
}

static uint32_t *count_of(struct par_counts *counts, uint32_t code_point)
{
    uint32_t **share = &counts->shares[code_point / PAR_SHARE];
    if (!*share)
        *share = mem_calloc(PAR_SHARE, sizeof **share);
    return &(*share)[code_point % PAR_SHARE];
}

static void count_characters(struct par_counts *counts, const struct doc *doc)
{
    counts->shares = mem_calloc(PAR_SHARES, sizeof *counts->shares);
    for (const struct node *node = doc->root; node; node = node_next(node, doc->root)) {
        if (node->kind != NODE_TEXT)
            continue;
        for (size_t at = 0; at < node->text.len;)
            ++*count_of(counts, utf8_next(node->text, &at));
    }
}

struct other_sign {
    uint32_t code_point;
    const char *sign;
};

static const char *sign_for(const struct other_sign *signs, size_t count, uint32_t code_point)
{
    for (size_t i = 0; i < count; i++)
        if (signs[i].code_point == code_point)
            return signs[i].sign;
    return NULL;
}

/* Word processors keep the signs of the fonts Symbol and Wingdings at U+F020 to U+F0FF; those of
 * Symbol that change a dose are named. */
static const char *hint_private(struct arena *arena, uint32_t code_point)
{
    static const struct other_sign symbols[] = {
        {0xf0a3, "≤"}, {0xf0b3, "≥"}, {0xf0b1, "±"}, {0xf0b0, "°"}, {0xf06d, "µ"},
        {0xf0b4, "×"}, {0xf0b7, "•"}, {0xf0ae, "→"}, {0xf061, "α"}, {0xf062, "β"}};
    const char *sign = sign_for(symbols, sizeof symbols / sizeof *symbols, code_point);
    if (!sign)
        return "it comes from a word processor's font Symbol or Wingdings: write the sign that the "
               "original shows, or a word";
    return arena_format(arena,
                        "it comes from a word processor, and in its font Symbol it is %s: "
                        "write that",
                        sign);
}

/* The plain sign that the faces of every text have for an emoji; NULL: there is none. */
static const char *plain_sign(uint32_t code_point)
{
    static const struct other_sign signs[] = {
        {0x2705, "✓"},  {0x274c, "✗"},  {0x274e, "✗"},  {0x2757, "!"},  {0x2755, "!"},
        {0x2753, "?"},  {0x2754, "?"},  {0x1f4de, "☎"}, {0x1f4f1, "☎"}, {0x1f6a9, "⚑"},
        {0x1f4e7, "✉"}, {0x1f4e8, "✉"}, {0x1f642, "☺"}, {0x1f600, "☺"}, {0x1f603, "☺"},
        {0x1f641, "☹"}, {0x1f61e, "☹"}, {0x2b50, "★"},  {0x1f31f, "★"}, {0x2795, "+"},
        {0x2796, "−"},  {0x1f6ab, "⚠"}, {0x1f6a8, "⚠"}, {0x1f534, "●"}, {0x1f535, "●"}};
    return sign_for(signs, sizeof signs / sizeof *signs, code_point);
}

static const char *hint_missing(struct arena *arena, uint32_t code_point, const char *package,
                                bool named)
{
    const char *sign = plain_sign(code_point);
    if (code_point >= 0xf020 && code_point <= 0xf0ff)
        return hint_private(arena, code_point);
    if (package && sign)
        return arena_format(arena, "write the plain sign %s, or install the package %s (Debian)",
                            sign, package);
    if (package)
        return arena_format(arena,
                            "install the package %s (Debian), or name a font that has it in the "
                            "theme (font: path)",
                            package);
    if (sign)
        return arena_format(arena, "write the plain sign %s, or a word", sign);
    if (named)
        return "write it in other characters, or name a font that has it in the theme (font: "
               "path); e-readers bring fonts of their own, so that the EPUB alone can be made "
               "(--to epub)";
    return "write it in other characters, or name a font that has it in the theme (font: path)";
}

/* Where only the EPUB is made, what its readers need. */
static const char *hint_depends(struct arena *arena, uint32_t code_point)
{
    const char *sign = plain_sign(code_point);
    if (!sign)
        return "look at the EPUB in the e-readers that will show it";
    return arena_format(arena,
                        "write the plain sign %s, or look at the EPUB in the e-readers that will "
                        "show it",
                        sign);
}

/* E-readers bring fonts, but none for what Unicode names no character. */
static bool may_be_brought(const struct par_work *work, const char *name)
{
    return work->layout->tools->pages_only && name[0];
}

/* A font that is not installed lacks many characters for one cause: its first is told. */
static void tell_missing(const struct par_work *work, struct span place, uint32_t code_point,
                         const char *package, uint32_t count)
{
    struct diag_list *diags = work->layout->diags;
    char character[5] = {0}, name[96], more[80] = "";
    utf8_encode(code_point, character);
    text_char_name(code_point, name);
    if (package)
        snprintf(more, sizeof more, "; the font for such characters is not installed (told once)");
    else if (count > 1)
        snprintf(more, sizeof more, "; it occurs %u times", (unsigned)count);
    if (may_be_brought(work, name))
        diag_add(
            diags, DIAG_CODE_CHARACTER_DEPENDS, place, hint_depends(diags->arena, code_point),
            "no font here has the character %s (U+%04X %s): it depends on the e-reader's fonts "
            "whether it shows%s",
            character, (unsigned)code_point, name, more);
    else
        diag_add(diags, DIAG_CODE_CHARACTER_MISSING, place,
                 hint_missing(diags->arena, code_point, package, name[0]),
                 "no font has the character %s (U+%04X%s%s)%s", character, (unsigned)code_point,
                 name[0] ? " " : "", name, more);
}

/* The item of the panel of languages that a span stands in, or NULL. */
static const struct node *panel_item(const struct par_span *span)
{
    const struct node *node = span->node;
    while (node && node->kind != NODE_ITEM)
        node = node->parent;
    return node && node->generated && node->lang ? node : NULL;
}

/* One message for a language of the panel, however many of its letters no font has. */
static void report_language(const struct par_work *work, const struct node *item,
                            uint32_t code_point)
{
    struct diag_list *diags = work->layout->diags;
    char character[5] = {0};
    utf8_encode(code_point, character);
    const struct span *told = diags->count > 0 ? &diags->items[diags->count - 1].span : NULL;
    if (told && told->source == item->span.source && told->offset == item->span.offset)
        return;
    if (work->layout->tools->pages_only)
        diag_add(diags, DIAG_CODE_CHARACTER_DEPENDS, item->span, hint_depends(diags->arena, 0),
                 "no font here has the letters of '%s', a language of the panel: it depends on the "
                 "e-reader's fonts whether they show",
                 item->lang);
    else
        diag_add(
            diags, DIAG_CODE_CHARACTER_MISSING, item->span,
            "install fonts for its script (in Debian fonts-noto-core, for Chinese, Japanese and "
            "Korean fonts-noto-cjk), or leave the language out",
            "no font has the letters of '%s', a language of the panel: %s (U+%04X)", item->lang,
            character, (unsigned)code_point);
}

void par_report_missing(const struct par_work *work, uint32_t span, uint32_t place,
                        uint32_t code_point)
{
    struct par_counts *counts = &work->layout->memory->counts;
    work->layout->memory->reports++;
    if (!counts->shares)
        count_characters(counts, work->layout->doc);
    uint32_t *count = count_of(counts, code_point), times = *count;
    if (times == PAR_TOLD)
        return;
    *count = PAR_TOLD;
    const struct node *item = panel_item(&work->spans[span]);
    if (item) {
        report_language(work, item, code_point);
        return;
    }
    const char *package =
        font_package_for(work->layout->tools->fonts, work->spans[span].style.lang, code_point);
    if (package && package == counts->package)
        return;
    counts->package = package ? package : counts->package;
    char character[4];
    uint32_t end = place + (uint32_t)utf8_encode(code_point, character);
    tell_missing(work, source_span(work, span, place, end), code_point, package, times);
}

/* The text in a message, shortened at a code point. */
static struct slice quote(const struct par_work *work, uint32_t start, uint32_t end)
{
    struct slice text = slice_trim((struct slice){work->text.data + start, end - start});
    if (text.len <= QUOTE_MOST)
        return text;
    text.len = QUOTE_MOST;
    while (text.len > 0 && utf8_is_tail(text.ptr[text.len]))
        text.len--;
    return text;
}

void par_report_overfull(const struct par_work *work, uint32_t span, uint32_t start, uint32_t end,
                         bool broken)
{
    if (work->params.overfull_told)
        return;
    struct slice text = quote(work, start, end);
    const char *dots = end - start > QUOTE_MOST ? "\xe2\x80\xa6" : "";
    diag_add(work->layout->diags, DIAG_CODE_LINE_OVERFULL, source_span(work, span, start, end),
             broken ? "shorten it, or show with a soft hyphen (U+00AD) where it may be parted"
                    : "make the text shorter or the picture narrower",
             broken ? "\"%.*s%s\" is wider than the line and was broken"
                    : "the line \"%.*s%s\" is wider than the space for it",
             SLICE_ARGS(text), dots);
}

/* True where a line may end before a byte without parting what belongs together. */
static bool is_free(const struct par_work *work, size_t place)
{
    uint8_t flags = work->analysis.flags[place];
    return (flags & TEXT_BREAK) && !(flags & TEXT_KEEP_WORDS);
}

void par_report_parted(const struct par_work *work, size_t item)
{
    if (work->params.overfull_told || work->layout->diags->per_code[DIAG_CODE_WORDS_PARTED] > 0)
        return;
    while (work->items[item].kind != LINEBREAK_BOX)
        item++;
    const struct par_chunk *after = &work->chunks[work->refs[item].chunk];
    size_t start = after->start, end = after->start;
    while (start > 0 && after->start - start < QUOTE_MOST && !is_free(work, start))
        start--;
    while (end < work->text.len && end - after->start < QUOTE_MOST && !is_free(work, end))
        end++;
    while (utf8_is_tail(work->text.data[start]))
        start++;
    while (end < work->text.len && utf8_is_tail(work->text.data[end]))
        end++;
    const struct par_chunk *first = after;
    while (first > work->chunks && first->start > start)
        first--;
    struct slice text = quote(work, (uint32_t)start, (uint32_t)end);
    diag_add(work->layout->diags, DIAG_CODE_WORDS_PARTED,
             source_span(work, first->span, (uint32_t)start, (uint32_t)end),
             "write it shorter, or give it more room",
             "\"%.*s\" belongs together but is wider than the line and was parted (told "
             "once)",
             SLICE_ARGS(text));
}

void par_report_hyphenation(const struct par_work *work, uint32_t span,
                            const struct hyphenator_trouble *trouble)
{
    work->layout->memory->reports++;
    if (trouble->reason) {
        diag_add_file(work->layout->diags, DIAG_CODE_FILE_UNREADABLE, trouble->path,
                      "check the file, and the permissions of it and its folders",
                      "the hyphenation dictionary cannot be read: %s", trouble->reason);
        return;
    }
    diag_add(work->layout->diags, DIAG_CODE_HYPHENATION_MISSING,
             source_span(work, span, work->spans[span].start, work->spans[span].start),
             "install the hyphen package of the language, or turn hyphenation off",
             "no hyphenation dictionary for the language \"%s\" is installed; its words are not "
             "hyphenated",
             work->spans[span].style.lang);
}

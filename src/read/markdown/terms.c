#include "read/markdown/terms.h"

#include "read/markdown/dash_tables.h"
#include "read/markdown/markers.h"
#include "read/markdown/scan.h"

#define MOST_TERM   200u /* bytes */
#define MOST_COLUMN 3u
#define WORDS       4u  /* the column of what a term means, in the copy */
#define MEANS       ':' /* the delimiter of a list of what a term means, until it is finished */

static const struct md_label meaning = {0, NODE_DECIMAL, MEANS};

/* ---- lines */

/* Where the words behind `: ` begin; 0: the line has none. */
static uint32_t meaning_at(struct slice text, const struct md_form_line *line)
{
    struct slice rest = slice_sub(text, 0, line->end);
    char c = md_at(rest, line->at);
    if ((c != ':' && c != '~') || line->column > MOST_COLUMN)
        return 0;
    uint32_t at = md_skip_spaces(rest, line->at + 1);
    return at > line->at + 1 && at < line->end ? at : 0;
}

static struct md_form_line below(const struct md_forms *f, const struct md_form_line *line)
{
    uint32_t next = line->next > line->end ? line->next : (uint32_t)f->text.len;
    return md_form_line_at(f->text, next);
}

static bool is_term(const struct md_forms *f, const struct md_form_line *line)
{
    struct slice words = md_form_words(f->text, line);
    char first = md_at(words, 0);
    if (words.len == 0 || words.len > MOST_TERM || line->column > MOST_COLUMN || first == '|' ||
        first == '<' || md_form_ends_text(f->text, line) || md_marker_read(f->text, line).kind ||
        meaning_at(f->text, line) > 0)
        return false;
    struct md_form_line next = below(f, line);
    if (md_form_is_blank(&next) && next.next > next.end)
        next = below(f, &next);
    return next.quotes == line->quotes && meaning_at(f->text, &next) > 0;
}

/* The line above is the label of a box, `> [!NOTE]`, which no text goes on. */
static bool is_below_label(const struct md_forms *f, const struct md_form_line *line)
{
    if (line->start == 0 || line->quotes == 0)
        return false;
    uint32_t end = line->start - 1;
    end -= end > 0 && f->text.ptr[end] == '\n' && f->text.ptr[end - 1] == '\r';
    struct md_form_line above = md_form_line_at(f->text, md_line_start(f->text, end));
    return above.quotes == line->quotes && slice_starts(md_form_words(f->text, &above), "[!");
}

/* ---- edits */

/* The list in the making. */
struct terms {
    char mark;      /* of its terms */
    bool blank;     /* an empty line stands above */
    uint32_t base;  /* the column at which more of the last meaning stands; 0: none has come yet */
    uint32_t least; /* behind an empty line, the first column of more */
};

static void put_term(struct md_forms *f, const struct md_form_line *line, char mark)
{
    md_edit_add(f->edits, line->blanks, line->at, mark == '+' ? SLICE_LIT("+ ") : SLICE_LIT("* "));
}

/* A meaning that begins with a list goes on below its words, others where their next line stands.
 */
static void put_meaning(struct md_forms *f, const struct md_form_line *line, struct terms *terms)
{
    struct md_form_line words = *line;
    words.at = meaning_at(f->text, line);
    uint32_t column = line->column + (words.at - line->at);
    terms->least = column < WORDS ? column : WORDS;
    bool list = md_marker_read(f->text, &words).kind != MD_MARKER_NONE;
    terms->base = list ? column : 0;
    md_edit_blanks(f->edits, line->blanks, line->at, WORDS - 2);
    md_edit_add(f->edits, line->at, words.at, SLICE_LIT("+ "))->label = &meaning;
}

/* A block that begins at the margin stands below the list. */
static bool begins_block(const struct md_forms *f, const struct md_form_line *line)
{
    return line->column == 0 && (md_at(f->text, line->at) == '|' ||
                                 md_marker_read(f->text, line).kind != MD_MARKER_NONE);
}

/* The dashes of a table that is drawn with them, which is read at the margin only. */
static void check_table(struct md_forms *f, const struct md_form_line *line)
{
    if (md_is_dash_runs(f->text, line))
        diag_add(f->diags, DIAG_CODE_TABLE_UNMARKED, md_form_span(f, line->at, line->end),
                 "write it as | Drug | Dose | with |---|---| below the names of the columns",
                 "in what a word means no table of dashes is read: its columns run together");
}

/* A line that is neither. False: the list ended above it. */
static bool put_more(struct md_forms *f, const struct md_form_line *line, struct terms *terms)
{
    if (line->column == 0)
        return !terms->blank && !md_form_ends_text(f->text, line) && !begins_block(f, line);
    if (terms->blank && (line->column < terms->least || md_is_dash_runs(f->text, line)))
        return false;
    check_table(f, line);
    if (terms->base == 0)
        terms->base = line->column < WORDS ? line->column : WORDS;
    uint32_t more = line->column > terms->base ? line->column - terms->base : 0;
    md_edit_blanks(f->edits, line->blanks, line->at, WORDS + more);
    return true;
}

/* A meaning without its term. */
static uint32_t report(struct md_forms *f, const struct md_form_line *line)
{
    diag_add(
        f->diags, DIAG_CODE_LIST_UNMARKED, md_form_span(f, line->at, line->end),
        "put the word that it explains on a line of its own above it, with an empty line above "
        "that",
        "a colon at a line's start explains the one line above it, which is not there: it is "
        "set as a paragraph");
    if (f->text_above)
        md_form_part(f, line);
    return line->next > line->end ? line->next : line->end + 1;
}

uint32_t md_terms(struct md_forms *f, const struct md_form_line *first)
{
    struct md_form_line line = *first;
    uint32_t behind = line.start;
    struct terms terms = {.mark = f->lists.depth > 0 && f->lists.levels[0].mark == '+' ? '*' : '+'};
    if (meaning_at(f->text, &line) > 0 && f->text.ptr[line.at] == ':')
        return report(f, &line);
    if ((f->text_above && !is_below_label(f, &line)) || !is_term(f, &line))
        return behind;
    while (line.start < f->text.len && line.quotes == first->quotes) {
        if (md_form_is_blank(&line)) {
            terms.blank = true;
        } else {
            if (meaning_at(f->text, &line) > 0)
                put_meaning(f, &line, &terms);
            else if (is_term(f, &line))
                put_term(f, &line, terms.mark);
            else if (!put_more(f, &line, &terms))
                break;
            terms.blank = false;
            behind = line.next > line.end ? line.next : line.end + 1;
        }
        line = below(f, &line);
    }
    f->lists.depth = 0;
    return behind;
}

/* ---- the tree */

static bool is_entry(const struct node *item)
{
    const struct node *term = item->first, *means = item->last;
    return term && term->kind == NODE_PARAGRAPH && term->next == means &&
           means->kind == NODE_LIST && means->u.list.delimiter == MEANS && means->first;
}

/* The words of all items, one after the other. */
static void make_description(struct node *list)
{
    list->kind = NODE_DESCRIPTION;
    for (struct node *item = list->first, *next; item; item = next) {
        next = item->next;
        for (struct node *block; (block = item->first);) {
            doc_remove(block);
            doc_insert_before(item, block);
        }
        doc_remove(item);
    }
}

void md_terms_finish(struct node *list)
{
    for (const struct node *item = list->first; item; item = item->next)
        if (!is_entry(item))
            return;
    for (struct node *item = list->first; item; item = item->next) {
        item->kind = NODE_DESCRIPTION_ENTRY;
        item->first->kind = NODE_TERM;
        make_description(item->last);
    }
    list->kind = NODE_DESCRIPTION_LIST;
}

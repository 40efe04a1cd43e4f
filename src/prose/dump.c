#include "prose/dump.h"

#include "prose/measures.h"
#include "prose/prose.h"

static const char *const places[] = {
    [PROSE_TITLE] = "title", [PROSE_HEADING] = "heading", [PROSE_PARAGRAPH] = "paragraph",
    [PROSE_ITEM] = "item",   [PROSE_CELL] = "cell",
};

static void put_sentence(const struct prose *prose, const struct prose_sentence *sentence,
                         struct buf *out)
{
    const struct prose_passage *passage = &prose->passages[sentence->passage];
    struct span span = prose_span(prose, passage, sentence->start, sentence->end);
    buf_put_string(out, places[passage->place]);
    if (span.source) {
        struct source_place place = source_locate(span.source, span.offset);
        buf_format(out, " %u:%u", place.line, place.column);
    }
    for (uint32_t i = 0; i < sentence->count; i++) {
        const struct prose_word *word = &prose->words[sentence->words + i];
        struct slice text = prose_word_text(passage, word);
        buf_put_char(out, ' ');
        buf_put_slice(out, text);
        buf_format(out, word->traits & PROSE_ADDRESS ? "/-" : "/%u", word->syllables);
    }
    buf_put_char(out, '\n');
}

static void put_section(const struct prose_section *section, const char *name, struct buf *out)
{
    const struct prose_counts *c = &section->counts;
    buf_format(out,
               "%s sentences=%u words=%u syllables=%u letters=%u long=%u polysyllables=%u smog=%u "
               "fog=%u monosyllables=%u content=%u\n",
               name, c->sentences, c->words, c->syllables, c->letters, c->long_words,
               c->polysyllables, c->smog_words, c->fog_words, c->monosyllables, c->content_words);
    for (uint32_t i = 0; i < section->score_count; i++) {
        buf_format(out, "  %s ", prose_formula_name(section->scores[i].formula));
        buf_put_fixed(out, section->scores[i].hundredths, 100, 2);
        buf_put_char(out, '\n');
    }
}

void prose_dump(const struct doc *doc, struct buf *out)
{
    struct prose *prose = prose_new(doc, NULL);
    struct arena arena = {0};
    struct prose_measures measures;
    for (size_t i = 0; i < prose->sentence_count; i++)
        put_sentence(prose, &prose->sentences[i], out);
    prose_measure(prose, &arena, &measures);
    for (uint32_t i = 0; i < measures.section_count; i++) {
        const struct node *heading = measures.sections[i].heading;
        struct slice name = heading ? node_text(heading, NODE_MEDIA_ALL, &arena) : SLICE_EMPTY;
        put_section(&measures.sections[i],
                    arena_format(&arena, "section \"%.*s\"", SLICE_ARGS(name)), out);
    }
    put_section(&measures.whole, "whole", out);
    arena_free(&arena);
    prose_free(prose);
}

#include "check/spellings.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/starts.h"
#include "prose/passage.h"

/* Words of medicine and of leaflets that are written in two ways: the part that tells, and what
 * both are counted as. In small letters. */
static const struct {
    const char *part, *same;
} variants[] = {
    {"anaesth", "anesth"},
    {"anaem", "anem"},
    {"haem", "hem"},
    {"paediatr", "pediatr"},
    {"orthopaed", "orthoped"},
    {"gynaec", "gynec"},
    {"leukaem", "leukem"},
    {"oedema", "edema"},
    {"oesoph", "esoph"},
    {"oestro", "estro"},
    {"diarrhoea", "diarrhea"},
    {"foetus", "fetus"},
    {"foetal", "fetal"},
    {"tumour", "tumor"},
    {"colour", "color"},
    {"behaviour", "behavior"},
    {"favour", "favor"},
    {"labour", "labor"},
    {"odour", "odor"},
    {"fibre", "fiber"},
    {"litre", "liter"},
    {"centre", "center"},
    {"sulph", "sulf"},
    {"caesar", "cesar"},
    {"faeces", "feces"},
    {"faecal", "fecal"},
    {"analyse", "analyze"},
    {"paralyse", "paralyze"},
    {"organis", "organiz"},
    {"recognis", "recogniz"},
    {"immunis", "immuniz"},
    {"minimis", "minimiz"},
    {"sterilis", "steriliz"},
    {"hospitalis", "hospitaliz"},
    {"moisturis", "moisturiz"},
    {"stabilis", "stabiliz"},
    {"e-mail", "email"},
    {"x-ray", "xray"},
    {"check-up", "checkup"},
    {"after-care", "aftercare"},
    {"health-care", "healthcare"},
    {"well-being", "wellbeing"},
    {"on-line", "online"},
    {"web-site", "website"},
    {"co-operat", "cooperat"},
    {"pain-killer", "painkiller"},
    {"micro-needling", "microneedling"},
};

#define LONGEST   40u
#define KEY_BYTES 80u

struct search {
    const struct prose *prose;
    const struct prose_passage *passage;
    struct arena *arena;
    struct starts starts; /* of the parts */
    struct map seen;      /* forms that were given */
    void (*take)(void *context, const char *key, struct slice form, struct span span);
    void *context;
};

static bool is_part(char c)
{
    return ascii_is_alpha(c) || c == '-';
}

/* The key of a word in small letters, of either spelling; false: it has but one. */
static bool find_key(const char *word, char *key)
{
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++) {
        if (variants[i].part[0] != word[0] && variants[i].same[0] != word[0])
            continue;
        const char *parts[] = {variants[i].part, variants[i].same};
        for (int k = 0; k < 2; k++) {
            if (parts[k][0] != word[0])
                continue;
            size_t len = strlen(parts[k]);
            if (strncmp(word, parts[k], len) != 0)
                continue;
            snprintf(key, KEY_BYTES, "%s%s", variants[i].same, word + len);
            return true;
        }
    }
    return false;
}

static void look_at(struct search *search, size_t start, size_t len)
{
    char word[LONGEST + 1], key[KEY_BYTES];
    const struct prose_passage *passage = search->passage;
    struct slice form = slice_sub(passage->text, start, len);
    if (len < 4 || len > LONGEST)
        return;
    for (size_t i = 0; i < len; i++)
        word[i] = ascii_lower(form.ptr[i]);
    word[len] = '\0';
    if (!find_key(word, key))
        return;
    const char *kept = arena_string(search->arena, slice_from(word));
    if (map_get(&search->seen, slice_from(kept)))
        return;
    map_put(&search->seen, slice_from(kept), search);
    search->take(search->context, arena_string(search->arena, slice_from(key)), slice_from(kept),
                 prose_span(search->prose, passage, start, start + len));
}

static void look_in(struct search *search)
{
    struct slice text = search->passage->text;
    const struct prose_word *words = &search->prose->words[search->passage->words];
    for (uint32_t i = 0; i < search->passage->word_count; i++) {
        size_t start = words[i].start, end = start;
        if (!starts_may(&search->starts, text, start))
            continue;
        while (end < text.len && is_part(text.ptr[end]))
            end++;
        look_at(search, start, end - start);
    }
}

void spellings_each(const struct prose *prose, struct arena *arena,
                    void (*take)(void *context, const char *key, struct slice form,
                                 struct span span),
                    void *context)
{
    struct search search = {.prose = prose, .arena = arena, .take = take, .context = context};
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++) {
        starts_add(&search.starts, variants[i].part);
        starts_add(&search.starts, variants[i].same);
    }
    for (size_t i = 0; i < prose->passage_count; i++) {
        search.passage = &prose->passages[i];
        if (search.passage->english)
            look_in(&search);
    }
    map_free(&search.seen);
}

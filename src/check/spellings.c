#include "check/spellings.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "text/lang.h"

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
    struct arena *arena;
    bool begins[32][32]; /* whether a part begins with these two letters, by their last five bits */
    struct map seen;     /* forms that were given */
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

static void look_at(struct search *search, const struct node *node, size_t start, size_t len)
{
    char word[LONGEST + 1], key[KEY_BYTES];
    struct slice form = slice_sub(node->text, start, len);
    if (len < 4 || len > LONGEST || !search->begins[form.ptr[0] & 31][form.ptr[1] & 31])
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
                 node_text_span(node, start, len));
}

static void look_in(struct search *search, const struct node *node)
{
    struct slice text = node->text;
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && is_part(text.ptr[end]))
            end++;
        if (end > at)
            look_at(search, node, at, end - at);
        at = end > at ? end : at + 1;
    }
}

void spellings_each(const struct doc *doc, struct arena *arena,
                    void (*take)(void *context, const char *key, struct slice form,
                                 struct span span),
                    void *context)
{
    struct search search = {.arena = arena, .take = take, .context = context};
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++) {
        const char *part = variants[i].part, *same = variants[i].same;
        search.begins[part[0] & 31][part[1] & 31] = search.begins[same[0] & 31][same[1] & 31] =
            true;
    }
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root))
        if (node_is_prose(at) && !at->generated && text_lang_same_primary(node_lang(at), "en"))
            look_in(&search, at);
    map_free(&search.seen);
}

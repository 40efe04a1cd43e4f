#include "check/across.h"

#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "check/addresses.h"
#include "check/phones.h"
#include "check/spellings.h"
#include "check/wording/english_phones.h"

/* One thing that was written, in the order of the leaflets. */
struct fact {
    struct fact *next;
    enum diag_code code; /* of what is told where others differ */
    const char *key;     /* of those that must agree: the code's letter, and what is the same */
    const char *form;    /* as written; of references the place is what differs */
    struct span span;
    bool settings; /* the settings say so: it is right */
};

struct slot {
    struct arena arena;
    struct fact *first, **end;
    enum diag_grade grades[DIAG_CODE_COUNT];
};

struct across {
    struct slot *slots;
    size_t count;
    struct arena arena;
};

struct across *across_open(size_t leaflets)
{
    struct across *across = mem_calloc(1, sizeof *across);
    across->slots = mem_calloc(leaflets, sizeof *across->slots);
    across->count = leaflets;
    return across;
}

void across_close(struct across *across)
{
    if (!across)
        return;
    for (size_t i = 0; i < across->count; i++)
        arena_free(&across->slots[i].arena);
    arena_free(&across->arena);
    mem_free(across->slots);
    mem_free(across);
}

/* ---- what is kept */

struct taking {
    struct slot *slot;
    const struct check_subject *subject;
    const struct diag_list *diags;
};

static bool is_asked(const struct taking *taking, enum diag_code code, struct span span)
{
    const struct diag diag = {.code = code, .span = span};
    struct diag_filter *filter = taking->diags->filter;
    return taking->diags->grades[code] != DIAG_OFF && !(filter && filter->takes(filter, &diag));
}

static void keep(const struct taking *taking, enum diag_code code, const char *key,
                 const char *form, struct span span, bool settings)
{
    struct slot *slot = taking->slot;
    struct arena *arena = &slot->arena;
    if (!is_asked(taking, code, span))
        return;
    struct fact *fact = ARENA_NEW(arena, struct fact);
    *fact = (struct fact){
        .code = code,
        .key = arena_format(arena, "%d %s", (int)code, key),
        .form = arena_string(arena, slice_from(form)),
        .span = source_excerpt(arena, span),
        .settings = settings,
    };
    *slot->end = fact;
    slot->end = &fact->next;
}

/* A number whose groups another rule mends is taken as that has it, so that both ask for the same.
 */
static void take_phone(void *context, const struct phone_written *phone)
{
    const struct taking *taking = context;
    const struct doc *doc = taking->subject->doc;
    bool settings = phone->span.source != doc->source;
    bool grouped = !settings && rule_is_english(taking->subject) &&
                   english_phone_is_british(doc->root->lang) &&
                   taking->diags->grades[DIAG_CODE_PHONE_GROUPS] != DIAG_OFF;
    const char *guide =
        grouped ? english_phone_guide(slice_from(phone->form), &taking->slot->arena) : NULL;
    keep(taking, DIAG_CODE_PHONE_TWO_WAYS, phone->digits, guide ? guide : phone->form, phone->span,
         settings);
}

static void take_spelling(void *context, const char *key, struct slice form, struct span span)
{
    const struct taking *taking = context;
    char *written = arena_string(&taking->slot->arena, form);
    keep(taking, DIAG_CODE_SPELLED_TWO_WAYS, key, written, span, false);
}

/* Translations share their reference. */
static void take_reference(const struct taking *taking)
{
    const struct meta *meta = &taking->subject->doc->meta;
    struct arena *arena = &taking->slot->arena;
    if (!meta->reference.value)
        return;
    struct slice lang = slice_from(meta->lang.value ? meta->lang.value : "");
    lang = slice_sub(lang, 0, slice_find(lang, '-'));
    const char *key = arena_format(arena, "%.*s %s", SLICE_ARGS(lang), meta->reference.value);
    struct source_place place = {0};
    if (meta->reference.span.source)
        place = source_locate(meta->reference.span.source, meta->reference.span.offset);
    const char *name = taking->subject->doc->source->name;
    keep(taking, DIAG_CODE_REFERENCE_TWICE, key, arena_format(arena, "%s:%u", name, place.line),
         meta->reference.span, false);
}

void across_take(struct across *across, size_t leaflet, const struct check_subject *subject,
                 const struct diag_list *diags)
{
    struct slot *slot = &across->slots[leaflet];
    struct taking taking = {slot, subject, diags};
    slot->end = &slot->first;
    if (!subject->doc->source)
        return;
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        slot->grades[code] = (enum diag_grade)diags->grades[code];
    take_reference(&taking);
    phones_each(subject, &slot->arena, take_phone, &taking);
    if (rule_is_english(subject))
        spellings_each(subject->prose, &slot->arena, take_spelling, &taking);
}

/* ---- what is told */

/* A way in which something is written. */
struct form {
    struct form *next;
    const struct fact *first;
    size_t count;
    bool settings;
};

/* All ways in which one thing is written, in the order in which they were met. */
struct thing {
    struct form *forms;
    const struct form *right;
};

static void add_form(struct across *across, struct thing *thing, const struct fact *fact)
{
    struct form **at = &thing->forms;
    while (*at && strcmp((*at)->first->form, fact->form) != 0)
        at = &(*at)->next;
    if (!*at) {
        *at = ARENA_NEW(&across->arena, struct form);
        **at = (struct form){.first = fact};
    }
    (*at)->count++;
    (*at)->settings = (*at)->settings || fact->settings;
}

/* What the settings say, else what is written most often, else first. A reference belongs to the
 * first that has it. */
static const struct form *right_form(const struct thing *thing)
{
    const struct form *best = thing->forms;
    bool first = best->first->code == DIAG_CODE_REFERENCE_TWICE;
    for (const struct form *at = thing->forms; at && !first; at = at->next)
        if ((at->settings && !best->settings) ||
            (at->settings == best->settings && at->count > best->count))
            best = at;
    return best;
}

static const char *place_of(struct across *across, const struct fact *fact)
{
    struct source_place place = source_locate(fact->span.source, fact->span.offset);
    return arena_format(&across->arena, "%s:%u", fact->span.source->name, place.line);
}

static void tell(struct across *across, const struct form *form, const struct form *right,
                 struct diag_list *diags)
{
    const struct fact *fact = form->first;
    if (fact->code == DIAG_CODE_REFERENCE_TWICE) {
        diag_add(diags, fact->code, fact->span, "give one of them a reference of its own",
                 "%s has the same reference", right->first->form);
        return;
    }
    const char *times =
        form->count == 1 ? "" : arena_format(&across->arena, " (%zu times)", form->count);
    diag_add(diags, fact->code, fact->span,
             arena_format(&across->arena, "write %s", right->first->form),
             "written %s here%s, and %s in %s", fact->form, times, right->first->form,
             place_of(across, right->first));
}

static struct thing *thing_of(struct across *across, struct map *things, const struct fact *fact)
{
    struct thing *thing = map_get(things, slice_from(fact->key));
    if (thing)
        return thing;
    thing = ARENA_NEW(&across->arena, struct thing);
    *thing = (struct thing){0};
    map_put(things, slice_from(fact->key), thing);
    return thing;
}

void across_tell(struct across *across, struct diag_list *diags)
{
    struct map things = {0};
    for (size_t i = 0; i < across->count; i++)
        for (const struct fact *fact = across->slots[i].first; fact; fact = fact->next)
            add_form(across, thing_of(across, &things, fact), fact);
    for (size_t i = 0; i < across->count; i++)
        for (const struct fact *fact = across->slots[i].first; fact; fact = fact->next) {
            struct thing *thing = map_get(&things, slice_from(fact->key));
            thing->right = thing->right ? thing->right : right_form(thing);
            const struct form *form = thing->forms;
            while (form && form->first != fact)
                form = form->next;
            if (!form || form == thing->right)
                continue;
            diag_grade_set(diags, fact->code, across->slots[i].grades[fact->code]);
            tell(across, form, thing->right, diags);
        }
    map_free(&things);
}

/* ---- rows */

#define LEAFLET(text)                                                                              \
    "---\ntitle: Skin test\nlang: en-GB\ncontact:\n  name: Riverside\n  phone: "                   \
    "01632 960 001\n---\n\n" text "\n"

#define IRISH(text)                                                                                \
    "---\ntitle: Skin test\nlang: en-IE\ncontact:\n  name: Riverside\n  phone: "                   \
    "020 912 3456\n---\n\n" text "\n"

#define REACHED(text)                                                                              \
    "---\ntitle: Skin test\nlang: en-GB\ncontact:\n  name: Riverside\n  email: "                   \
    "skin@riverside.example\n  web: www.riverside.example\n---\n\n" text "\n"

static const struct rule rows[] = {
    {.code = DIAG_CODE_REFERENCE_TWICE,
     .family = RULE_ACROSS,
     .traits = RULE_EDITOR,
     .asks = "no two leaflets of one language have one reference"},
    {.code = DIAG_CODE_PHONE_TWO_WAYS,
     .family = RULE_ACROSS,
     .traits = RULE_EDITOR,
     .asks = "a telephone number is written in one way, that of the settings where they have it",
     .source = "NHS service manual, A to Z of NHS health writing (the groups of a number); "
               "https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing",
     .bad = IRISH("Call 020 9123 456."),
     .good = IRISH("Call 020 912 3456.")},
    {.code = DIAG_CODE_PHONE_NEAR,
     .family = RULE_ACROSS,
     .traits = RULE_EDITOR,
     .asks = "a telephone number is not the clinic's with a slip",
     .bad = LEAFLET("Call 01623 960 001."),
     .good = LEAFLET("Call 01632 960 001, or the ward on 01632 960 002."),
     .run = check_phone_near},
    {.code = DIAG_CODE_ADDRESS_NEAR,
     .family = RULE_ACROSS,
     .traits = RULE_EDITOR,
     .asks = "an e-mail or web address is not the clinic's with a slip",
     .bad = REACHED("Write to skin@riversde.example."),
     .good = REACHED("Write to skin2@riverside.example, or see www.nhs.uk."),
     .run = check_address_near},
    {.code = DIAG_CODE_SPELLED_TWO_WAYS,
     .family = RULE_ACROSS,
     .traits = RULE_EDITOR | RULE_IN_ENGLISH,
     .asks = "a word is spelled in one way",
     .bad = "The anaesthetic wears off in an hour.\n\nThe anesthetic may make you sleepy.\n",
     .good = "The anaesthetic wears off in an hour.\n\nThe anaesthetic may make you sleepy.\n"},
};

const struct rule_array check_across_rows = {rows, sizeof rows / sizeof *rows};

/* The line breaker against exhaustive search, hand-computed costs, and hostile lists. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/mem.h"
#include "large.h"
#include "layout/par/linebreak.h"

#define ITEMS_MOST 64

struct list {
    struct linebreak_item *items;
    uint32_t count;
    size_t cap;
};

static void put(struct list *list, struct linebreak_item item)
{
    list->items = mem_grow(list->items, &list->cap, list->count + 1u, sizeof *list->items);
    list->items[list->count++] = item;
}

static void box(struct list *list, int32_t width)
{
    put(list, (struct linebreak_item){.kind = LINEBREAK_BOX, .width = width});
}

static void glue(struct list *list, int32_t width, int32_t stretch, int32_t shrink)
{
    put(list, (struct linebreak_item){
                  .kind = LINEBREAK_GLUE, .width = width, .stretch = stretch, .shrink = shrink});
}

static void penalty(struct list *list, int32_t value, int32_t width, bool flagged)
{
    put(list, (struct linebreak_item){
                  .kind = LINEBREAK_PENALTY, .penalty = value, .width = width, .flagged = flagged});
}

static void finish(struct list *list)
{
    penalty(list, LINEBREAK_FORCE, 0, false);
}

/* xorshift: the same paragraphs on every machine. */
static uint32_t random_next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)(*state >> 32);
}

static int32_t random_below(uint64_t *state, uint32_t limit)
{
    return (int32_t)(random_next(state) % limit);
}

static bool legal(const struct list *list, uint32_t i)
{
    const struct linebreak_item *item = &list->items[i];
    if (item->kind == LINEBREAK_GLUE)
        return i > 0 && list->items[i - 1].kind == LINEBREAK_BOX;
    return item->kind == LINEBREAK_PENALTY && item->penalty < LINEBREAK_FORBID;
}

static bool forced(const struct linebreak_item *item)
{
    return item->kind == LINEBREAK_PENALTY && item->penalty <= LINEBREAK_FORCE;
}

/* The least cost over all subsets of the legal breakpoints that hold every forced one. */
static int64_t exhaust(const struct list *list, const struct linebreak_params *params)
{
    uint32_t places[ITEMS_MOST], free_places[ITEMS_MOST], free_count = 0, count = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        if (legal(list, i)) {
            if (!forced(&list->items[i]))
                free_places[free_count++] = count;
            places[count++] = i;
        }
    }
    int64_t least = INT64_MAX;
    for (uint32_t set = 0; set < 1u << free_count; set++) {
        bool chosen[ITEMS_MOST] = {false};
        uint32_t breaks[ITEMS_MOST], n = 0;
        for (uint32_t i = 0; i < free_count; i++)
            chosen[free_places[i]] = set >> i & 1;
        for (uint32_t i = 0; i < count; i++) {
            if (chosen[i] || forced(&list->items[places[i]]))
                breaks[n++] = places[i];
        }
        int64_t cost = linebreak_cost(list->items, list->count, params, breaks, n);
        if (cost < least)
            least = cost;
    }
    return least;
}

/* Lines but the last of less than seven tenths of the measure; a line that sticks out counts as
 * so many that the choice is none. */
static uint32_t short_lines(const struct list *list, unit measure, const uint32_t *breaks,
                            uint32_t count)
{
    uint32_t found = 0, from = 0;
    for (uint32_t line = 0; line < count; line++) {
        unit width = 0;
        while (from < breaks[line] && list->items[from].kind != LINEBREAK_BOX)
            from++;
        for (; from < breaks[line]; from++)
            if (list->items[from].kind != LINEBREAK_PENALTY)
                width += list->items[from].width;
        width += list->items[from].kind == LINEBREAK_PENALTY ? list->items[from].width : 0;
        found += width > measure ? 1000 : 0;
        found += line + 1 < count && width * 10 < measure * 7;
    }
    return found;
}

static void random_list(struct list *list, uint64_t *state, int32_t scale)
{
    list->count = 0;
    uint32_t words = 1 + random_next(state) % 9;
    for (uint32_t i = 0; i < words; i++) {
        box(list, random_below(state, 10) == 0 ? 0 : random_below(state, (uint32_t)scale));
        if (random_below(state, 4) == 0) {
            penalty(list, random_below(state, 3) * 50, random_below(state, 3) * scale / 20,
                    random_below(state, 3) != 0);
            if (random_below(state, 5) != 0)
                box(list, random_below(state, (uint32_t)scale));
        }
        if (random_below(state, 12) == 0)
            penalty(list, random_below(state, 2) ? LINEBREAK_FORCE : LINEBREAK_FORBID, 0, false);
        if (random_below(state, 12) == 0)
            penalty(list, -random_below(state, 300), 0, false);
        int32_t space = random_below(state, (uint32_t)(scale / 4));
        glue(list, space, random_below(state, (uint32_t)scale),
             random_below(state, (uint32_t)space + 1));
        if (random_below(state, 15) == 0)
            glue(list, space, 0, 0);
    }
    finish(list);
}

/* Gives some boxes and hyphens a part that hangs out of the measure. */
static void hang_some(struct list *list, uint64_t *state)
{
    for (uint32_t i = 0; i < list->count; i++) {
        struct linebreak_item *item = &list->items[i];
        uint32_t most = item->kind == LINEBREAK_GLUE ? 0 : (uint32_t)item->width;
        if (most == 0 || random_below(state, 3) != 0)
            continue;
        item->hang_end = (uint16_t)random_below(state, most);
        item->hang_start =
            item->kind == LINEBREAK_BOX ? (uint16_t)random_below(state, most - item->hang_end) : 0;
    }
}

/* Ordinary text: costs are small, so that fitness classes and hyphens decide. One word in `often`
 * has a hyphen. */
static void tame_list(struct list *list, uint64_t *state, uint32_t often)
{
    list->count = 0;
    uint32_t words = 4 + random_next(state) % (often == 1 ? 4 : 8);
    for (uint32_t i = 0; i < words; i++) {
        box(list, 20 + random_below(state, 60));
        if (random_below(state, often) == 0) {
            penalty(list, 5, 6, true);
            box(list, 20 + random_below(state, 30));
        }
        if (i + 1 < words)
            glue(list, 33, 40, 20);
    }
    finish(list);
}

/* The optimum equals that of exhaustive search, and the result is consistent. */
static void check_random(bool justified, bool balance, uint64_t seed, unsigned rounds)
{
    struct list list = {0};
    uint64_t state = seed;
    for (unsigned round = 0; round < rounds; round++) {
        int32_t scale = round % 3 == 0 ? 12 : 9000;
        bool tame = round % 3 == 1;
        if (tame)
            tame_list(&list, &state, round % 2 == 0 ? 5 : 1);
        else
            random_list(&list, &state, scale);
        if (round % 2 == 0)
            hang_some(&list, &state);
        struct linebreak_params params = {
            .justified = justified, .balance = balance, .expansion = (int32_t)(round % 5) * 20};
        params.hang_most = scale;
        params.give = round % 7 == 0 ? scale / 4 : 0;
        params.measure = scale / 2 + random_below(&state, (uint32_t)scale * 3);
        params.measure_first = params.measure;
        if (random_below(&state, 3) == 0)
            params.measure_first = scale / 2 + random_below(&state, (uint32_t)scale * 3);
        if (tame)
            params.measure = params.measure_first =
                (round % 2 == 0 ? 180 : 90) + random_below(&state, 120);
        struct arena arena = {0};
        struct linebreak_result result = linebreak_find(list.items, list.count, &params, &arena);
        assert_int_equal(result.breaks[result.count - 1], list.count - 1);
        assert_int_equal(result.cost, linebreak_cost(list.items, list.count, &params, result.breaks,
                                                     result.count));
        int64_t least = exhaust(&list, &params);
        if (least != result.cost)
            print_error("seed %llu round %u\n", (unsigned long long)seed, round);
        assert_int_equal(result.cost, least);
        arena_free(&arena);
    }
    mem_free(list.items);
}

static void test_exhaustive_ragged(void **state)
{
    (void)state;
    check_random(false, false, 0x9e3779b97f4a7c15u, 1500);
}

/* No ragged line is shorter than seven tenths of the measure where a choice has none. */
static void test_filled(void **state)
{
    (void)state;
    struct list list = {0};
    uint64_t seed = 0x94d049bb133111ebu;
    unsigned met = 0;
    for (unsigned round = 0; round < 150; round++) {
        tame_list(&list, &seed, 5);
        struct arena arena = {0};
        struct linebreak_params params = {.measure = 150 + random_below(&seed, 150)};
        params.measure_first = params.measure;
        struct linebreak_result result = linebreak_find(list.items, list.count, &params, &arena);
        uint32_t least = UINT32_MAX, places[ITEMS_MOST], count = 0;
        for (uint32_t i = 0; i + 1 < list.count; i++)
            if (legal(&list, i))
                places[count++] = i;
        for (uint32_t set = 0; set < 1u << count; set++) {
            uint32_t breaks[ITEMS_MOST], n = 0;
            for (uint32_t i = 0; i < count; i++)
                if (set >> i & 1)
                    breaks[n++] = places[i];
            breaks[n++] = list.count - 1;
            uint32_t found = short_lines(&list, params.measure, breaks, n);
            least = found < least ? found : least;
        }
        if (least == 0)
            assert_int_equal(short_lines(&list, params.measure, result.breaks, result.count), 0);
        met += least == 0;
        arena_free(&arena);
    }
    assert_true(met > 50);
    mem_free(list.items);
}

static void test_exhaustive_justified(void **state)
{
    (void)state;
    check_random(true, false, 0xbf58476d1ce4e5b9u, 1500);
}

static void test_exhaustive_balance(void **state)
{
    (void)state;
    check_random(false, true, 0x94d049bb133111ebu, 1500);
}

static void find(const struct list *list, const struct linebreak_params *params,
                 struct arena *arena, struct linebreak_result *result)
{
    *result = linebreak_find(list->items, list->count, params, arena);
}

/* Words of the given widths with spaces of width 10. */
static void words(struct list *list, const int32_t *widths, size_t count)
{
    list->count = 0;
    for (size_t i = 0; i < count; i++) {
        box(list, widths[i]);
        if (i + 1 < count)
            glue(list, 10, 5, 3);
    }
    finish(list);
}

#define WORDS(list, ...)                                                                           \
    words(list, (const int32_t[]){__VA_ARGS__}, sizeof((int32_t[]){__VA_ARGS__}) / sizeof(int32_t))

/* The cost function by hand: measure 100, so badness is 100 (slack / 10)^3. */
static void test_cost_ragged(void **state)
{
    (void)state;
    struct list list = {0};
    struct linebreak_params params = {.measure = 100, .measure_first = 100};
    WORDS(&list, 40, 40, 90, 20, 30);
    /* 90 | 90 | 60: slack 10 (badness 100, 99 in the machine), 10, and a free last line */
    uint32_t breaks[] = {3, 5, 9};
    int64_t lines[] = {10 + 99, 10 + 99, 10};
    int64_t expected = 0;
    for (int i = 0; i < 3; i++)
        expected += lines[i] * lines[i];
    assert_int_equal(linebreak_cost(list.items, list.count, &params, breaks, 3), expected);
    /* a single short word alone at the end */
    WORDS(&list, 100, 49);
    uint32_t alone[] = {1, 3};
    assert_int_equal(linebreak_cost(list.items, list.count, &params, alone, 2), 100 + 100 + 250000);
    WORDS(&list, 100, 50);
    assert_int_equal(linebreak_cost(list.items, list.count, &params, alone, 2), 200);
    mem_free(list.items);
}

static void test_cost_justified(void **state)
{
    (void)state;
    struct list list = {0};
    struct linebreak_params params = {.measure = 100, .measure_first = 100, .justified = true};
    WORDS(&list, 40, 45, 50, 43, 80);
    /* r = 1 (badness 100, loose), shrink all used (r = 1.5, tight: classes clash), last */
    uint32_t breaks[] = {3, 7, 9};
    assert_int_equal(linebreak_cost(list.items, list.count, &params, breaks, 3),
                     110 * 110 + (347 * 347 + 10000 + 40000) + 100); /* gaps below 0.8 of it */
    /* r = 1/2 is decent still and does not clash with tight */
    WORDS(&list, 20, 20, 35, 50, 43, 80);
    uint32_t decent[] = {5, 9, 11};
    assert_int_equal(linebreak_cost(list.items, list.count, &params, decent, 3),
                     22 * 22 + (347 * 347 + 40000) + 100);
    /* hyphens: two in a row, a third, and one before the last line */
    list.count = 0;
    for (int i = 0; i < 3; i++) {
        box(&list, 90);
        penalty(&list, 50, 10, true);
    }
    box(&list, 60);
    finish(&list);
    uint32_t hyphens[] = {1, 3, 5, 7};
    int64_t line = 100 + 50 * 50;
    assert_int_equal(linebreak_cost(list.items, list.count, &params, hyphens, 4),
                     line + (line + 30000) + (line + 30000 + 1000000) + (100 + 20000));
    mem_free(list.items);
}

/* Glyphs give before spaces do, and marks hang out of the measure. */
static void test_cost_margins(void **state)
{
    (void)state;
    struct list list = {0};
    struct linebreak_params params = {
        .measure = 1000, .measure_first = 1000, .hang_most = 1, .expansion = 20, .justified = true};
    uint32_t breaks[] = {3, 5};
    WORDS(&list, 500, 470, 600); /* 980: half of the 19 that 980 give would be 1/16 of r */
    list.items[2].width = 480;   /* 990: 10 of 19, r = 67/1024, badness 0 */
    assert_int_equal(linebreak_cost(list.items, list.count, &params, breaks, 2), 100 + 100);
    list.items[2].width = 470; /* 980: 19 of the glyphs and 1 of 5 of the space: r = 0.32 */
    assert_int_equal(linebreak_cost(list.items, list.count, &params, breaks, 2), 13 * 13 + 100);
    list.items[2].width = 492; /* 1002, less 2 that hang: r = 0 */
    list.items[0].hang_start = list.items[2].hang_end = 1;
    assert_int_equal(linebreak_cost(list.items, list.count, &params, breaks, 2), 100 + 100);
    list.items[2].width = 460; /* gaps above 1.6 of the space */
    assert_int_equal(linebreak_cost(list.items, list.count, &params, breaks, 2) >= 100000, true);
    mem_free(list.items);
}

/* First fit would set 100 | 50 | ... and leave a hole; the optimum looks ahead. */
static void test_not_greedy(void **state)
{
    (void)state;
    struct list list = {0};
    struct arena arena = {0};
    struct linebreak_result result;
    struct linebreak_params params = {.measure = 100, .measure_first = 100};
    WORDS(&list, 40, 30, 10, 80, 40, 50);
    find(&list, &params, &arena, &result);
    /* greedy: 40 30 10 | 80 | 40 50; optimum moves 10 down: 40 30 | 10 80 | 40 50 */
    assert_int_equal(result.count, 3);
    assert_int_equal(result.breaks[0], 3);
    assert_int_equal(result.breaks[1], 7);
    assert_int_equal(result.overfull, 0);
    arena_free(&arena);
    mem_free(list.items);
}

static void test_balance(void **state)
{
    (void)state;
    struct list list = {0};
    struct arena arena = {0};
    struct linebreak_result result;
    struct linebreak_params params = {.measure = 100, .measure_first = 100, .balance = true};
    WORDS(&list, 30, 20, 30, 20); /* 120 over two lines: 60 and 60, not 90 and 20 */
    find(&list, &params, &arena, &result);
    assert_int_equal(result.count, 2);
    assert_int_equal(result.breaks[0], 3);
    WORDS(&list, 10, 10, 60); /* even lines would leave 60 alone; one word alone is worse */
    params.measure = params.measure_first = 80;
    find(&list, &params, &arena, &result);
    assert_int_equal(result.count, 2);
    assert_int_equal(result.breaks[0], 1);
    WORDS(&list, 10, 10, 75); /* cannot be avoided */
    find(&list, &params, &arena, &result);
    assert_int_equal(result.count, 2);
    assert_int_equal(result.breaks[0], 3);
    WORDS(&list, 10, 10, 40); /* fits on one line */
    find(&list, &params, &arena, &result);
    assert_int_equal(result.count, 1);
    arena_free(&arena);
    mem_free(list.items);
}

/* Boxes wider than the measure are lines of their own, counted, and never lost. */
static void test_overfull(void **state)
{
    (void)state;
    for (int mode = 0; mode < 3; mode++) {
        struct list list = {0};
        struct arena arena = {0};
        struct linebreak_result result;
        struct linebreak_params params = {
            .measure = 100, .measure_first = 100, .justified = mode == 1, .balance = mode == 2};
        WORDS(&list, 50, 300, 400, 20, 20);
        find(&list, &params, &arena, &result);
        assert_int_equal(result.overfull, 2);
        assert_int_equal(result.count, 4);
        assert_int_equal(result.breaks[0], 1);
        assert_int_equal(result.breaks[1], 3);
        assert_int_equal(result.breaks[2], 5);
        /* not a choice: the wide word could have stood alone */
        uint32_t merged[] = {3, 5, 9};
        assert_int_equal(linebreak_cost(list.items, list.count, &params, merged, 3), INT64_MAX);
        arena_free(&arena);
        mem_free(list.items);
    }
}

/* A hyphen that alone makes the piece too wide is used only if the whole does not fit. */
static void test_overfull_hyphen(void **state)
{
    (void)state;
    struct list list = {0};
    struct arena arena = {0};
    struct linebreak_result result;
    struct linebreak_params params = {.measure = 100, .measure_first = 100};
    box(&list, 95);
    penalty(&list, 50, 10, true);
    box(&list, 5);
    finish(&list);
    find(&list, &params, &arena, &result);
    assert_int_equal(result.count, 1);
    assert_int_equal(result.overfull, 0);
    arena_free(&arena);
    mem_free(list.items);
}

static void test_forced(void **state)
{
    (void)state;
    struct list list = {0};
    struct arena arena = {0};
    struct linebreak_result result;
    struct linebreak_params params = {.measure = 100, .measure_first = 100, .justified = true};
    box(&list, 20);
    penalty(&list, LINEBREAK_FORCE, 0, false);
    penalty(&list, LINEBREAK_FORCE, 0, false); /* an empty line */
    glue(&list, 10, 5, 3);
    box(&list, 20);
    finish(&list);
    find(&list, &params, &arena, &result);
    assert_int_equal(result.count, 3);
    assert_int_equal(result.breaks[0], 1);
    assert_int_equal(result.breaks[1], 2);
    assert_int_equal(result.breaks[2], 5);
    list.count = 0;
    finish(&list);
    find(&list, &params, &arena, &result);
    assert_int_equal(result.count, 1);
    /* an empty line has no less than no width: its slack is the measure, r is 10 (9.999) */
    list.count = 0;
    penalty(&list, LINEBREAK_FORCE, 0, false);
    penalty(&list, 0, 0, false);
    glue(&list, 10, 5, 3);
    box(&list, 60);
    finish(&list);
    params.justified = false;
    uint32_t empty[] = {0, 1, 4};
    assert_int_equal(linebreak_cost(list.items, list.count, &params, empty, 3),
                     (100 + 250000) + (99980ll * 99980 + 40000000) + 100);
    arena_free(&arena);
    mem_free(list.items);
}

/* Equal costs: the line that starts earliest wins. */
static void test_ties(void **state)
{
    (void)state;
    struct list list = {0};
    struct arena arena = {0};
    struct linebreak_result result;
    struct linebreak_params params = {.measure = 1000, .measure_first = 1000, .balance = true};
    WORDS(&list, 500, 500, 500, 500, 500, 500); /* one a line whatever is done */
    find(&list, &params, &arena, &result);
    assert_int_equal(result.count, 6);
    params.measure = params.measure_first = 1010;
    WORDS(&list, 495, 500, 495); /* 495 | 500 495 and 495 500 | 495 are equal but for the word */
    find(&list, &params, &arena, &result);
    assert_int_equal(result.count, 2);
    assert_int_equal(result.breaks[0], 1);
    arena_free(&arena);
    mem_free(list.items);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Lists of up to a million and a half items; the limit catches quadratic time, not slow machines.
 */
static void check_hostile(const char *name, int32_t width, int32_t space, int32_t stretch,
                          int32_t measure, unsigned modes, uint32_t words)
{
    struct list list = {0};
    uint64_t state = 88172645463325252u;
    for (uint32_t i = 0; i < words; i++) {
        box(&list, width < 0 ? random_below(&state, (uint32_t)-width) : width);
        glue(&list, space, stretch, space / 3);
    }
    finish(&list);
    for (unsigned mode = 0; mode < 3; mode++) {
        if (!(modes >> mode & 1))
            continue;
        struct arena arena = {0};
        struct linebreak_result result;
        struct linebreak_params params = {.measure = measure,
                                          .measure_first = measure,
                                          .justified = mode == 1,
                                          .balance = mode == 2};
        double start = seconds();
        find(&list, &params, &arena, &result);
        double took = seconds() - start;
        if (getenv("LEAFSET_TEST_TIMES"))
            print_message("%-28s mode %u: %6.0f ms, %u lines, cost %lld\n", name, mode, took * 1e3,
                          result.count, (long long)result.cost);
        assert_true(took < 60);
        assert_true(result.cost >= 0);
        assert_int_equal(result.breaks[result.count - 1], list.count - 1);
        for (uint32_t i = 1; i < result.count; i++)
            assert_true(result.breaks[i] > result.breaks[i - 1]);
        arena_free(&arena);
    }
    mem_free(list.items);
}

static void test_hostile(void **state)
{
    (void)state;
    check_hostile("ordinary", -70000, 3461, 1700, 430000, 7, LARGE(750000));
    check_hostile("all too wide", 500000, 3461, 1700, 430000, 7, LARGE(750000));
    check_hostile("zero widths", 0, 0, 0, 430000, 7, LARGE(750000));
    check_hostile("zero measure", 100, 30, 10, 0, 7, LARGE(750000));
    check_hostile("huge widths", INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX, 7, LARGE(750000));
    check_hostile("huge stretch", 20000, 3000, INT32_MAX, 430000, 7, LARGE(750000));
    check_hostile("one unit each", 1, 0, 0, 43000, 3, LARGE(75000));
    check_hostile("zero width, stretch", 0, 0, 5, 430000, 2, 75000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exhaustive_ragged),
        cmocka_unit_test(test_filled),
        cmocka_unit_test(test_exhaustive_justified),
        cmocka_unit_test(test_exhaustive_balance),
        cmocka_unit_test(test_cost_ragged),
        cmocka_unit_test(test_cost_justified),
        cmocka_unit_test(test_cost_margins),
        cmocka_unit_test(test_not_greedy),
        cmocka_unit_test(test_balance),
        cmocka_unit_test(test_overfull),
        cmocka_unit_test(test_overfull_hyphen),
        cmocka_unit_test(test_forced),
        cmocka_unit_test(test_ties),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

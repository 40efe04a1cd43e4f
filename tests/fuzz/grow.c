/* Looks for time that grows faster than the text: grow TARGET SECONDS SEED FOLDER FILE...
 *
 * Pieces of the files are repeated, as they are or with a number that counts in the place of each
 * number, to texts of some kilobytes and of twice and four times as many. Where twice the text
 * takes much more than twice the time, both times, the piece is told and the text put into the
 * folder. Without sanitizers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "fuzz.h"

enum { SMALL = 16384, HEAD_MOST = 400, PIECE_MOST = 48 };

/* Below this many seconds nothing is told; twice the text takes more than so many times as long. */
#define SECONDS_LEAST 0.1
#define TIMES_MOST    2.9

struct family {
    struct slice head, piece, tail;
    bool counts;
};

static double now(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* xorshift: the same seed looks at the same families. */
static uint64_t pick(uint64_t *state, uint64_t below)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return below > 0 ? *state % below : 0;
}

static void put_piece(struct buf *out, struct slice piece, bool counts, uint32_t count)
{
    bool inside = false;
    for (size_t i = 0; i < piece.len; i++) {
        bool digit = counts && ascii_is_digit(piece.ptr[i]);
        if (digit && !inside)
            buf_put_int(out, count);
        else if (!digit)
            buf_put_char(out, piece.ptr[i]);
        inside = digit;
    }
}

static void make_text(const struct family *family, size_t len, struct buf *text)
{
    buf_put_slice(text, family->head);
    for (uint32_t i = 1; text->len < len; i++)
        put_piece(text, family->piece, family->counts, i);
    buf_put_slice(text, family->tail);
}

static double seconds_of(const struct fuzz_target *target, const struct family *family, size_t len)
{
    struct buf text = {0};
    make_text(family, len, &text);
    double start = now(CLOCK_PROCESS_CPUTIME_ID);
    target->run((const uint8_t *)text.data, text.len);
    double spent = now(CLOCK_PROCESS_CPUTIME_ID) - start;
    buf_free(&text);
    return spent;
}

/* Into a file of a name that its text gives. */
static void save(const char *folder, const struct family *family)
{
    char path[300];
    struct buf text = {0};
    make_text(family, SMALL << 2, &text);
    snprintf(path, sizeof path, "%s/grow-%016llx", folder,
             (unsigned long long)hash_bytes(HASH_SEED, text.data, text.len));
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(text.data, 1, text.len, file) != text.len || fclose(file) != 0)
        perror(path);
    printf("  %s\n", path);
    buf_free(&text);
}

static void tell(const struct family *family, const double seconds[3])
{
    struct buf line = {0};
    buf_put_quoted(&line, family->piece);
    buf_put_string(&line, family->counts ? " counting behind " : " behind ");
    buf_put_quoted(&line, family->head);
    printf("%d k %.2f s, %d k %.2f s, %d k %.2f s: %s\n", SMALL / 1024, seconds[0],
           SMALL * 2 / 1024, seconds[1], SMALL * 4 / 1024, seconds[2], line.data);
    buf_free(&line);
}

static void try_family(const struct fuzz_target *target, const char *folder,
                       const struct family *family)
{
    double seconds[3];
    for (int i = 0; i < 3; i++) {
        seconds[i] = seconds_of(target, family, (size_t)SMALL << i);
        if (i > 0 && seconds[i] < seconds[i - 1] * TIMES_MOST)
            return;
        if (i > 0 && seconds[i] < SECONDS_LEAST / 4)
            return;
    }
    if (seconds[2] < SECONDS_LEAST)
        return;
    tell(family, seconds);
    save(folder, family);
    fflush(stdout);
}

static size_t line_start(struct slice text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n')
        at--;
    return at;
}

/* A piece of the text: whole lines, or any bytes. */
static struct family choose(struct slice text, uint64_t *state)
{
    size_t start = pick(state, text.len), len = 1 + pick(state, 1 + pick(state, PIECE_MOST));
    if (pick(state, 2)) {
        start = line_start(text, start);
        struct slice rest = slice_from_position(text, start);
        for (uint64_t lines = 1 + pick(state, 3); lines > 0; lines--)
            slice_take(&rest, '\n');
        len = text.len - start - rest.len;
    }
    struct slice piece = slice_sub(text, start, len);
    struct slice tail = slice_sub(text, start + piece.len, HEAD_MOST);
    struct family family = {.head = slice_sub(text, 0, start), .piece = piece};
    if (family.head.len > HEAD_MOST)
        family.head = slice_from_position(family.head, line_start(text, start - HEAD_MOST));
    family.tail = pick(state, 2) ? tail : SLICE_EMPTY;
    family.counts = pick(state, 2);
    return family;
}

int main(int argc, char **argv)
{
    const struct fuzz_target *target = argc > 5 ? fuzz_find(argv[1]) : NULL;
    if (!target) {
        fputs("usage: grow TARGET SECONDS SEED FOLDER FILE...\n", stderr);
        return 2;
    }
    double end = now(CLOCK_MONOTONIC) + (double)strtol(argv[2], NULL, 10);
    uint64_t state = strtoull(argv[3], NULL, 10) * 2 + 1;
    unsigned long count = 0;
    for (; now(CLOCK_MONOTONIC) < end; count++) {
        struct arena arena = {0};
        struct slice text;
        const char *reason;
        const char *path = argv[5 + pick(&state, (uint64_t)argc - 5)];
        if (file_read(path, SMALL * 4, &arena, &text, NULL, &reason) == STATUS_OK && text.len > 0) {
            struct family family = choose(text, &state);
            if (family.piece.len > 0)
                try_family(target, argv[4], &family);
        }
        arena_free(&arena);
    }
    fprintf(stderr, "%lu families\n", count);
    return 0;
}

#include "build/witness.h"

#include <string.h>

#include "base/file.h"

/* What is sent: records, each a letter, what it says, and a NUL.
 *
 *   a QUESTION PATH                was asked; QUESTION is one digit
 *   t HASH NAME                    was told; HASH has 16 hexadecimal digits
 *   c BUILT FILES FAILED REMOVED
 *   n NAME
 *   .                              the end: it is whole */

#define HASH_DIGITS 16u

void witness_open(struct witness *witness)
{
    *witness = (struct witness){0};
    pthread_mutex_init(&witness->lock, NULL);
}

void witness_close(struct witness *witness)
{
    pthread_mutex_destroy(&witness->lock);
    map_free(&witness->told);
    map_free(&witness->asked);
    buf_free(&witness->out);
    arena_free(&witness->own);
    arena_free(&witness->known);
}

/* ---- where it is built */

static void put_end(struct witness *witness)
{
    buf_put_char(&witness->out, '\0');
}

/* Which leaflet a link leads to follows from the leaflets that there are. */
static void ask(struct witness *witness, const struct input *input)
{
    if (input->question == INPUT_LEAFLET)
        return;
    const char *key = arena_format(&witness->own, "a%d%s", (int)input->question, input->path);
    if (map_put(&witness->asked, slice_from(key), witness))
        return;
    buf_put_string(&witness->out, key);
    put_end(witness);
}

void witness_asked_one(struct witness *witness, const struct input *input)
{
    if (!witness)
        return;
    pthread_mutex_lock(&witness->lock);
    ask(witness, input);
    pthread_mutex_unlock(&witness->lock);
}

void witness_asked(struct witness *witness, const struct inputs *inputs)
{
    if (!witness)
        return;
    pthread_mutex_lock(&witness->lock);
    for (size_t i = 0; i < inputs_count(inputs); i++)
        ask(witness, inputs_at(inputs, i));
    pthread_mutex_unlock(&witness->lock);
}

void witness_searched(struct witness *witness, const struct inputs *inputs)
{
    struct arena arena = {0};
    struct map listed = {0};
    if (!witness)
        return;
    pthread_mutex_lock(&witness->lock);
    for (size_t i = 0; i < inputs_count(inputs); i++) {
        const struct input *input = inputs_at(inputs, i);
        if (input->question == INPUT_NAMES)
            map_put(&listed, slice_from(input->path), witness);
        else if (map_get(&listed, slice_from(file_folder(&arena, input->path))))
            continue;
        ask(witness, input);
    }
    pthread_mutex_unlock(&witness->lock);
    map_free(&listed);
    arena_free(&arena);
}

static void name(struct witness *witness, const char *leaflet)
{
    witness->counts.name = arena_string(&witness->own, slice_from(leaflet));
}

/* Of the text, and of the source as it is. */
static uint64_t hash_of(const char *leaflet, struct slice text, bool failed)
{
    const struct file_stamp stamp = file_stamp(leaflet);
    const uint64_t source[] = {stamp.device, stamp.inode, (uint64_t)stamp.size,
                               (uint64_t)stamp.changed, failed};
    return hash_bytes(hash_bytes(HASH_SEED, source, sizeof source), text.ptr, text.len);
}

bool witness_tells(struct witness *witness, const char *leaflet, struct slice text, bool failed)
{
    if (!witness || (text.len == 0 && !failed))
        return true;
    uint64_t hash = hash_of(leaflet, text, failed);
    const uint64_t *known = map_get(&witness->told, slice_from(leaflet));
    bool is_new = !known || *known != hash;
    pthread_mutex_lock(&witness->lock);
    buf_format(&witness->out, "t%016llx%s", (unsigned long long)hash, leaflet);
    put_end(witness);
    if (failed && is_new) {
        witness->counts.failed++;
        name(witness, leaflet);
    }
    pthread_mutex_unlock(&witness->lock);
    return is_new;
}

void witness_built(struct witness *witness, const char *leaflet, size_t files)
{
    if (!witness)
        return;
    pthread_mutex_lock(&witness->lock);
    witness->counts.built++;
    witness->counts.files += files;
    name(witness, leaflet);
    pthread_mutex_unlock(&witness->lock);
}

void witness_removed(struct witness *witness, size_t leaflets)
{
    if (!witness)
        return;
    pthread_mutex_lock(&witness->lock);
    witness->counts.removed += leaflets;
    pthread_mutex_unlock(&witness->lock);
}

bool witness_send(struct witness *witness, int to)
{
    const struct witness_counts *counts = &witness->counts;
    buf_format(&witness->out, "c%zu %zu %zu %zu", counts->built, counts->files, counts->failed,
               counts->removed);
    put_end(witness);
    if (counts->name) {
        buf_format(&witness->out, "n%s", counts->name);
        put_end(witness);
    }
    buf_put_char(&witness->out, '.');
    put_end(witness);
    return file_write_descriptor(to, witness->out.data, witness->out.len);
}

/* ---- where it was started */

struct taking {
    struct witness *witness;
    struct witness_counts *counts;
    witness_heard *asked;
    void *context;
};

static uint64_t read_hash(struct slice digits)
{
    uint64_t value = 0;
    for (size_t i = 0; i < digits.len; i++) {
        char c = digits.ptr[i];
        value = value << 4 | (uint64_t)(ascii_is_digit(c) ? c - '0' : (c - 'a' + 10) & 15);
    }
    return value;
}

static void take_told(struct witness *witness, struct slice text)
{
    uint64_t *hash = ARENA_NEW(&witness->known, uint64_t);
    *hash = read_hash(slice_sub(text, 0, HASH_DIGITS));
    map_put(&witness->told, arena_copy(&witness->known, slice_from_position(text, HASH_DIGITS)),
            hash);
}

static size_t take_number(struct slice *text)
{
    size_t value = 0;
    struct slice word = slice_take(text, ' ');
    for (size_t i = 0; i < word.len && ascii_is_digit(word.ptr[i]); i++)
        value = value * 10 + (size_t)(word.ptr[i] - '0');
    return value;
}

static void take_counts(struct witness_counts *counts, struct slice text)
{
    counts->built = take_number(&text);
    counts->files = take_number(&text);
    counts->failed = take_number(&text);
    counts->removed = take_number(&text);
}

/* Each record ends with a NUL, so what it says is a string, too. */
static void take_record(const struct taking *taking, struct slice record)
{
    struct slice text = slice_from_position(record, 1);
    switch (record.len > 0 ? record.ptr[0] : '.') {
    case 'a':
        if (text.len > 1 && text.ptr[0] >= '0' && text.ptr[0] <= '0' + INPUT_REAL)
            taking->asked(taking->context, (enum input_question)(text.ptr[0] - '0'), text.ptr + 1);
        break;
    case 't':
        if (text.len >= HASH_DIGITS)
            take_told(taking->witness, text);
        break;
    case 'c': take_counts(taking->counts, text); break;
    case 'n': taking->counts->name = arena_string(&taking->witness->known, text); break;
    }
}

bool witness_take(struct witness *witness, struct slice sent, struct witness_counts *counts,
                  witness_heard *asked, void *context)
{
    const struct taking taking = {witness, counts, asked, context};
    *counts = (struct witness_counts){0};
    if (sent.len < 2 || memcmp(sent.ptr + sent.len - 2, ".", 2) != 0)
        return false;
    map_free(&witness->told);
    arena_free(&witness->known);
    witness->told = (struct map){0};
    while (sent.len > 0)
        take_record(&taking, slice_take(&sent, '\0'));
    return true;
}

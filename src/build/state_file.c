#include "build/state_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"

/* The file's form. A line each, its words parted by one space; bytes of names and texts that are no
 * graphic ASCII, and %, are written as %XX:
 *
 *   leafset-state 1
 *   maker MD5
 *   input QUESTION FOUND SIZE DEVICE INODE CHANGED MD5 PATH     sorted; numbered from 0
 *   leaflet KEY STEM                                            sorted; what follows is its own
 *   reads NUMBER...                                             of inputs
 *   made DEVICE INODE SIZE CHANGED PATH                         for each file
 *   said TEXT
 *   end COUNT                                                   of leaflets: it is whole */
#define FORM "leafset-state 1"

/* A larger one is of no use. */
#define FILE_LIMIT (512u << 20)

/* ---- words */

static void put_text(struct buf *out, struct slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c > ' ' && c < 0x7f && c != '%')
            buf_put_char(out, (char)c);
        else
            buf_format(out, "%%%02x", c);
    }
}

static void put_md5(struct buf *out, const uint8_t md5[16])
{
    for (int i = 0; i < 16; i++)
        buf_format(out, "%02x", md5[i]);
}

static int hex_value(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static struct slice take_word(struct slice *line)
{
    return slice_take(line, ' ');
}

static bool read_md5(struct slice word, uint8_t md5[16])
{
    if (word.len != 32)
        return false;
    for (size_t i = 0; i < 16; i++) {
        int high = hex_value(word.ptr[2 * i]), low = hex_value(word.ptr[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        md5[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

static bool read_text(struct arena *arena, struct slice word, struct slice *out)
{
    char *text = arena_string(arena, word);
    size_t len = 0;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if (c == '%') {
            int high = i + 2 < word.len ? hex_value(word.ptr[i + 1]) : -1;
            int low = i + 2 < word.len ? hex_value(word.ptr[i + 2]) : -1;
            if (high < 0 || low < 0)
                return false;
            c = (char)(high << 4 | low);
            i += 2;
        }
        text[len++] = c;
    }
    text[len] = '\0';
    *out = (struct slice){text, len};
    return true;
}

static bool read_number(struct slice word, uint64_t *out)
{
    uint64_t value = 0;
    if (word.len == 0 || word.len > 19)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        if (!ascii_is_digit(word.ptr[i]))
            return false;
        value = value * 10 + (uint64_t)(word.ptr[i] - '0');
    }
    *out = value;
    return true;
}

static bool take_numbers(struct slice *line, uint64_t *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!read_number(take_word(line), &out[i]))
            return false;
    return true;
}

/* ---- writing */

static int compare_inputs(const void *a, const void *b)
{
    const struct input *left = *(const struct input *const *)a;
    const struct input *right = *(const struct input *const *)b;
    int order = strcmp(left->path, right->path);
    if (order == 0)
        order = (int)left->question - (int)right->question;
    if (order == 0)
        order = memcmp(left->md5, right->md5, sizeof left->md5);
    if (order == 0)
        order = memcmp(&left->stamp, &right->stamp, sizeof left->stamp);
    return order ? order : (int)left->found - (int)right->found;
}

static int compare_leaflets(const void *a, const void *b)
{
    return strcmp((*(struct state_leaflet *const *)a)->stem,
                  (*(struct state_leaflet *const *)b)->stem);
}

/* All inputs of all leaflets, each once, sorted. */
struct numbered {
    const struct input **items;
    size_t count;
};

static void number_inputs(const struct state *state, struct numbered *out)
{
    size_t all = 0, kept = 0;
    for (size_t i = 0; i < state->count; i++)
        all += state->items[i]->input_count;
    out->items = mem_calloc(all + 1, sizeof *out->items);
    for (size_t i = 0; i < state->count; i++)
        for (size_t k = 0; k < state->items[i]->input_count; k++)
            out->items[out->count++] = state->items[i]->inputs[k];
    qsort(out->items, out->count, sizeof *out->items, compare_inputs);
    for (size_t i = 0; i < out->count; i++)
        if (kept == 0 || compare_inputs(&out->items[kept - 1], &out->items[i]) != 0)
            out->items[kept++] = out->items[i];
    out->count = kept;
}

static size_t number_of(const struct numbered *inputs, const struct input *input)
{
    const struct input **found =
        bsearch(&input, inputs->items, inputs->count, sizeof *inputs->items, compare_inputs);
    return (size_t)(found - inputs->items);
}

static void put_input(const struct input *input, struct buf *out)
{
    const struct file_stamp *stamp = &input->stamp;
    buf_format(out, "input %d %d %zu %llu %llu %lld ", (int)input->question, input->found,
               input->size, (unsigned long long)stamp->device, (unsigned long long)stamp->inode,
               (long long)(stamp->changed < 0 ? 0 : stamp->changed));
    put_md5(out, input->md5);
    buf_put_char(out, ' ');
    put_text(out, slice_from(input->path));
    buf_put_char(out, '\n');
}

static void put_leaflet(const struct state_leaflet *leaflet, const struct numbered *inputs,
                        struct buf *out)
{
    buf_put_string(out, "leaflet ");
    put_md5(out, leaflet->key);
    buf_put_char(out, ' ');
    put_text(out, slice_from(leaflet->stem));
    buf_put_string(out, "\nreads");
    for (size_t i = 0; i < leaflet->input_count; i++)
        buf_format(out, " %zu", number_of(inputs, leaflet->inputs[i]));
    buf_put_char(out, '\n');
    for (size_t i = 0; i < leaflet->file_count; i++) {
        const struct file_stamp *stamp = &leaflet->files[i].stamp;
        buf_format(out, "made %llu %llu %lld %lld ", (unsigned long long)stamp->device,
                   (unsigned long long)stamp->inode, (long long)stamp->size,
                   (long long)stamp->changed);
        put_text(out, slice_from(leaflet->files[i].path));
        buf_put_char(out, '\n');
    }
    if (leaflet->said.len > 0) {
        buf_put_string(out, "said ");
        put_text(out, leaflet->said);
        buf_put_char(out, '\n');
    }
}

void state_text(const struct state *state, const uint8_t maker[16], struct buf *out)
{
    struct numbered inputs = {0};
    number_inputs(state, &inputs);
    buf_put_string(out, FORM "\nmaker ");
    put_md5(out, maker);
    buf_put_char(out, '\n');
    for (size_t i = 0; i < inputs.count; i++)
        put_input(inputs.items[i], out);
    if (state->count > 0)
        qsort(state->items, state->count, sizeof *state->items, compare_leaflets);
    for (size_t i = 0; i < state->count; i++)
        put_leaflet(state->items[i], &inputs, out);
    buf_format(out, "end %zu\n", state->count);
    mem_free(inputs.items);
}

/* ---- reading */

struct reading {
    struct state *state;
    struct slice rest;
    const struct input **inputs; /* not in the arena */
    size_t input_count, input_cap;
    struct state_leaflet *leaflet; /* at hand; NULL before the first */
    bool whole;                    /* the last line was read */
};

static bool read_input(struct reading *r, struct slice line)
{
    uint64_t numbers[6];
    struct slice path;
    struct input *input = ARENA_NEW(&r->state->arena, struct input);
    *input = (struct input){0};
    if (!take_numbers(&line, numbers, 6) || numbers[0] > INPUT_REAL || numbers[1] > 1 ||
        !read_md5(take_word(&line), input->md5) || !read_text(&r->state->arena, line, &path))
        return false;
    input->question = (enum input_question)numbers[0];
    input->found = numbers[1] == 1;
    input->size = numbers[2];
    input->stamp =
        (struct file_stamp){numbers[3], numbers[4], (int64_t)numbers[2], (int64_t)numbers[5]};
    input->path = path.ptr;
    *MEM_PUSH(r->inputs, r->input_count, r->input_cap) = input;
    return true;
}

static bool read_leaflet(struct reading *r, struct slice line)
{
    struct slice stem;
    struct state_leaflet *leaflet = ARENA_NEW(&r->state->arena, struct state_leaflet);
    *leaflet = (struct state_leaflet){0};
    if (!read_md5(take_word(&line), leaflet->key) || !read_text(&r->state->arena, line, &stem) ||
        map_get(&r->state->leaflets, stem))
        return false;
    leaflet->stem = stem.ptr;
    r->leaflet = leaflet;
    *MEM_PUSH(r->state->items, r->state->count, r->state->cap) = leaflet;
    map_put(&r->state->leaflets, stem, leaflet);
    return true;
}

static size_t count_words(struct slice line)
{
    size_t count = 0;
    while (line.len > 0) {
        take_word(&line);
        count++;
    }
    return count;
}

static bool read_reads(struct reading *r, struct slice line)
{
    size_t count = count_words(line);
    const struct input **inputs =
        ARENA_ARRAY(&r->state->arena, count > 0 ? count : 1, const struct input *);
    for (size_t i = 0; i < count; i++) {
        uint64_t number;
        if (!read_number(take_word(&line), &number) || number >= r->input_count)
            return false;
        inputs[i] = r->inputs[number];
    }
    r->leaflet->inputs = inputs;
    r->leaflet->input_count = count;
    return true;
}

/* A leaflet has few files, so that each moves to an array of one more. */
static bool read_made(struct reading *r, struct slice line)
{
    uint64_t numbers[4];
    struct slice path;
    struct state_leaflet *leaflet = r->leaflet;
    struct state_file *files =
        ARENA_ARRAY(&r->state->arena, leaflet->file_count + 1, struct state_file);
    if (!take_numbers(&line, numbers, 4) || !read_text(&r->state->arena, line, &path))
        return false;
    if (leaflet->file_count > 0)
        memcpy(files, leaflet->files, leaflet->file_count * sizeof *files);
    files[leaflet->file_count++] = (struct state_file){
        path.ptr, {numbers[0], numbers[1], (int64_t)numbers[2], (int64_t)numbers[3]}};
    leaflet->files = files;
    return true;
}

static bool read_line(struct reading *r, struct slice line)
{
    struct slice word = take_word(&line);
    uint64_t count;
    if (slice_equal_string(word, "input"))
        return read_input(r, line);
    if (slice_equal_string(word, "leaflet"))
        return read_leaflet(r, line);
    if (slice_equal_string(word, "end")) {
        r->whole = read_number(line, &count) && count == r->state->count;
        return r->whole;
    }
    if (!r->leaflet)
        return false;
    if (slice_equal_string(word, "reads"))
        return read_reads(r, line);
    if (slice_equal_string(word, "made"))
        return read_made(r, line);
    return slice_equal_string(word, "said") && read_text(&r->state->arena, line, &r->leaflet->said);
}

static bool read_all(struct reading *r, const uint8_t maker[16])
{
    uint8_t of[16];
    struct slice form = slice_take(&r->rest, '\n'), line = slice_take(&r->rest, '\n');
    if (!slice_equal_string(form, FORM) || !slice_equal_string(take_word(&line), "maker") ||
        !read_md5(line, of) || memcmp(of, maker, sizeof of) != 0)
        return false;
    while (r->rest.len > 0 && !r->whole)
        if (!read_line(r, slice_take(&r->rest, '\n')))
            return false;
    return r->whole && r->rest.len == 0;
}

void state_read(struct state *state, const char *folder, const uint8_t maker[16])
{
    struct arena bytes = {0};
    struct reading r = {.state = state};
    const char *reason;
    *state = (struct state){0};
    const char *path = file_join(&bytes, folder, STATE_NAME);
    if (file_read(path, FILE_LIMIT, &bytes, &r.rest, &reason) != STATUS_OK ||
        !read_all(&r, maker)) {
        state_free(state);
        *state = (struct state){0};
    }
    mem_free(r.inputs);
    arena_free(&bytes);
}

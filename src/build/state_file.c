#include "build/state_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "commit/commit.h"

/* The file's form. A line each, its words parted by one space; bytes of names and texts that are no
 * graphic ASCII, and %, are written as %XX. STAMP: DEVICE INODE SIZE TIME; the time counts from 1,
 * and 0 stands for one that does not tell.
 *
 *   leafset-state 2
 *   batch SHARD SHARDS PATH...
 *   input QUESTION FOUND STAMP DIGEST PATH        sorted; numbered from 0
 *   leaflet STATUS KEY NAME SOURCE PATH           sorted; what follows is its own
 *   reads NUMBER...                               of inputs
 *   made STAMP DIGEST PATH                        for each file
 *   said TEXT
 *   left STAMP DIGEST PATH                        of leaflets that are gone
 *   end DIGEST                                    of all before: it is whole */
#define FORM "leafset-state 2"

/* A larger one is of no use. */
#define FILE_LIMIT (512u << 20)

/* ---- words */

static const char hex_digits[] = "0123456789abcdef";

static void put_hex(struct buf *out, uint8_t byte)
{
    buf_put_char(out, hex_digits[byte >> 4]);
    buf_put_char(out, hex_digits[byte & 15]);
}

static void put_text(struct buf *out, struct slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c > ' ' && c < 0x7f && c != '%') {
            buf_put_char(out, (char)c);
        } else {
            buf_put_char(out, '%');
            put_hex(out, c);
        }
    }
}

static void put_digest(struct buf *out, const struct digest *digest)
{
    for (size_t i = 0; i < DIGEST_SIZE; i++)
        put_hex(out, digest->bytes[i]);
    buf_put_char(out, ' ');
}

static void put_number(struct buf *out, uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = hex_digits[number % 10];
    while (number /= 10);
    buf_put(out, digits + at, sizeof digits - at);
    buf_put_char(out, ' ');
}

static void put_stamp(struct buf *out, const struct file_stamp *stamp)
{
    put_number(out, stamp->device);
    put_number(out, stamp->inode);
    put_number(out, (uint64_t)stamp->size);
    put_number(out, stamp->changed < 0 ? 0 : (uint64_t)stamp->changed + 1);
}

static int hex_value(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool read_hex(struct slice word, size_t at, uint8_t *byte)
{
    int high = at + 2 <= word.len ? hex_value(word.ptr[at]) : -1;
    int low = at + 2 <= word.len ? hex_value(word.ptr[at + 1]) : -1;
    bool good = high >= 0 && low >= 0;
    *byte = (uint8_t)(good ? high << 4 | low : 0);
    return good;
}

static struct slice take_word(struct slice *line)
{
    return slice_take(line, ' ');
}

static bool take_digest(struct slice *line, struct digest *digest)
{
    struct slice word = take_word(line);
    for (size_t i = 0; i < DIGEST_SIZE; i++)
        if (!read_hex(word, 2 * i, &digest->bytes[i]))
            return false;
    return word.len == 2 * DIGEST_SIZE;
}

static bool take_text(struct slice *line, struct arena *arena, struct slice *out)
{
    struct slice word = take_word(line);
    char *text = arena_string(arena, word);
    size_t len = 0;
    for (size_t i = 0; i < word.len; i++) {
        uint8_t byte = (uint8_t)word.ptr[i];
        if (byte == '%' && !read_hex(word, i + 1, &byte))
            return false;
        i += word.ptr[i] == '%' ? 2 : 0;
        text[len++] = (char)byte;
    }
    text[len] = '\0';
    *out = (struct slice){text, len};
    return true;
}

static bool take_path(struct slice *line, struct arena *arena, const char **path)
{
    struct slice text = SLICE_EMPTY;
    bool good = take_text(line, arena, &text) && text.len > 0;
    *path = text.ptr;
    return good;
}

static bool take_number(struct slice *line, uint64_t *out)
{
    struct slice word = take_word(line);
    *out = 0;
    if (word.len == 0 || word.len > 19)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        if (!ascii_is_digit(word.ptr[i]))
            return false;
        *out = *out * 10 + (uint64_t)(word.ptr[i] - '0');
    }
    return true;
}

static bool take_stamp(struct slice *line, struct file_stamp *stamp)
{
    uint64_t size = 0, time = 0;
    bool good = take_number(line, &stamp->device) && take_number(line, &stamp->inode) &&
                take_number(line, &size) && take_number(line, &time);
    stamp->size = (int64_t)size;
    stamp->changed = (int64_t)time - 1;
    return good;
}

/* ---- writing */

static int compare_inputs(const void *a, const void *b)
{
    const struct input *left = *(struct input *const *)a, *right = *(struct input *const *)b;
    int order = strcmp(left->path, right->path);
    if (order == 0)
        order = (int)left->question - (int)right->question;
    if (order == 0)
        order = memcmp(&left->digest, &right->digest, sizeof left->digest);
    if (order == 0)
        order = memcmp(&left->stamp, &right->stamp, sizeof left->stamp);
    return order ? order : (int)left->found - (int)right->found;
}

static int compare_leaflets(const void *a, const void *b)
{
    return strcmp((*(struct state_leaflet *const *)a)->name,
                  (*(struct state_leaflet *const *)b)->name);
}

/* All inputs of all leaflets, each once, sorted. */
struct numbered {
    struct input **items;
    size_t count;
};

static void number_inputs(const struct state *state, struct numbered *out)
{
    size_t all = 0, kept = 0;
    for (size_t i = 0; i < state->count; i++)
        all += state->items[i]->gone ? 0 : state->items[i]->input_count;
    out->items = mem_calloc(all + 1, sizeof *out->items);
    for (size_t i = 0; i < state->count; i++)
        for (size_t k = 0; !state->items[i]->gone && k < state->items[i]->input_count; k++)
            out->items[out->count++] = state->items[i]->inputs[k];
    qsort(out->items, out->count, sizeof *out->items, compare_inputs);
    for (size_t i = 0; i < out->count; i++)
        if (kept == 0 || compare_inputs(&out->items[kept - 1], &out->items[i]) != 0)
            out->items[kept++] = out->items[i];
    out->count = kept;
}

static size_t number_of(const struct numbered *inputs, struct input *input)
{
    struct input **found =
        bsearch(&input, inputs->items, inputs->count, sizeof *inputs->items, compare_inputs);
    return (size_t)(found - inputs->items);
}

static void put_input(const struct input *input, struct buf *out)
{
    buf_put_string(out, "input ");
    put_number(out, (uint64_t)input->question);
    put_number(out, input->found);
    put_stamp(out, &input->stamp);
    put_digest(out, &input->digest);
    put_text(out, slice_from(input->path));
    buf_put_char(out, '\n');
}

static void put_file(const char *word, const struct state_file *file, struct buf *out)
{
    buf_put_string(out, word);
    put_stamp(out, &file->stamp);
    put_digest(out, &file->digest);
    put_text(out, slice_from(file->path));
    buf_put_char(out, '\n');
}

static void put_leaflet(const struct state_leaflet *leaflet, const struct numbered *inputs,
                        struct buf *out)
{
    buf_put_string(out, "leaflet ");
    put_number(out, (uint64_t)leaflet->status);
    put_digest(out, &leaflet->key);
    put_text(out, slice_from(leaflet->name));
    buf_put_char(out, ' ');
    put_text(out, slice_from(leaflet->source));
    buf_put_char(out, ' ');
    put_text(out, slice_from(leaflet->path));
    buf_put_string(out, "\nreads ");
    for (size_t i = 0; i < leaflet->input_count; i++)
        put_number(out, number_of(inputs, leaflet->inputs[i]));
    buf_put_char(out, '\n');
    for (size_t i = 0; i < leaflet->file_count; i++)
        put_file("made ", &leaflet->files[i], out);
    if (leaflet->said.len > 0) {
        buf_put_string(out, "said ");
        put_text(out, leaflet->said);
        buf_put_char(out, '\n');
    }
}

static void put_leaflets(const struct state *state, const struct numbered *inputs, struct buf *out)
{
    size_t count = 0;
    struct state_leaflet **sorted = mem_calloc(state->count + 1, sizeof *sorted);
    for (size_t i = 0; i < state->count; i++)
        if (!state->items[i]->gone)
            sorted[count++] = state->items[i];
    qsort(sorted, count, sizeof *sorted, compare_leaflets);
    for (size_t i = 0; i < count; i++)
        put_leaflet(sorted[i], inputs, out);
    for (size_t i = 0; i < state->left_count; i++)
        put_file("left ", state->left[i], out);
    mem_free(sorted);
}

void state_text(const struct state *state, struct buf *out)
{
    struct numbered inputs = {0};
    number_inputs(state, &inputs);
    buf_put_string(out, FORM "\nbatch ");
    put_number(out, state->shard);
    put_number(out, state->shards);
    for (const char *const *path = state->batch; path && *path; path++) {
        put_text(out, slice_from(*path));
        buf_put_char(out, ' ');
    }
    buf_put_char(out, '\n');
    for (size_t i = 0; i < inputs.count; i++)
        put_input(inputs.items[i], out);
    put_leaflets(state, &inputs, out);
    struct digest digest = digest_of(out->data, out->len);
    buf_put_string(out, "end ");
    put_digest(out, &digest);
    buf_put_char(out, '\n');
    mem_free(inputs.items);
}

/* ---- reading */

struct reading {
    struct state *state;
    struct slice rest;
    struct input **inputs; /* not in the arena */
    size_t input_count, input_cap;
    struct state_leaflet *leaflet; /* at hand; NULL before the first */
};

static bool read_input(struct reading *r, struct slice line)
{
    uint64_t question, found;
    struct input *input = ARENA_NEW(&r->state->arena, struct input);
    *input = (struct input){0};
    if (!take_number(&line, &question) || !take_number(&line, &found) ||
        !take_stamp(&line, &input->stamp) || !take_digest(&line, &input->digest) ||
        !take_path(&line, &r->state->arena, &input->path) || question > INPUT_LEAFLET || found > 1)
        return false;
    input->question = (enum input_question)question;
    input->found = found == 1;
    input->size = (size_t)input->stamp.size;
    *MEM_PUSH(r->inputs, r->input_count, r->input_cap) = input;
    return true;
}

static bool read_leaflet(struct reading *r, struct slice line)
{
    struct state *state = r->state;
    struct state_leaflet *leaflet = ARENA_NEW(&state->arena, struct state_leaflet);
    uint64_t status;
    *leaflet = (struct state_leaflet){0};
    if (!take_number(&line, &status) || status > STATUS_ENVIRONMENT ||
        !take_digest(&line, &leaflet->key) || !take_path(&line, &state->arena, &leaflet->name) ||
        !take_path(&line, &state->arena, &leaflet->source) ||
        !take_path(&line, &state->arena, &leaflet->path) ||
        map_put(&state->leaflets, slice_from(leaflet->name), leaflet))
        return false;
    leaflet->status = (enum status)status;
    r->leaflet = leaflet;
    *MEM_PUSH(state->items, state->count, state->cap) = leaflet;
    return true;
}

static size_t count_words(struct slice line)
{
    size_t count = 0;
    for (; line.len > 0; count++)
        take_word(&line);
    return count;
}

static bool read_reads(struct reading *r, struct slice line)
{
    size_t count = count_words(line);
    struct input **inputs = ARENA_ARRAY(&r->state->arena, count + 1, struct input *);
    for (size_t i = 0; i < count; i++) {
        uint64_t number;
        if (!take_number(&line, &number) || number >= r->input_count)
            return false;
        inputs[i] = r->inputs[number];
    }
    r->leaflet->inputs = inputs;
    r->leaflet->input_count = count;
    return true;
}

/* What lies elsewhere is no output of this folder, whoever wrote that. */
static bool read_file(struct reading *r, struct slice line, struct state_file *file)
{
    return take_stamp(&line, &file->stamp) && take_digest(&line, &file->digest) &&
           take_path(&line, &r->state->arena, &file->path) && *file->path != '/' &&
           strncmp(file->path, "../", 3) != 0 && !strstr(file->path, "/../");
}

/* A leaflet has few files, so that each moves to an array of one more. */
static bool read_made(struct reading *r, struct slice line)
{
    struct state_leaflet *leaflet = r->leaflet;
    struct state_file *files =
        ARENA_ARRAY(&r->state->arena, leaflet->file_count + 1, struct state_file);
    if (leaflet->file_count > 0)
        memcpy(files, leaflet->files, leaflet->file_count * sizeof *files);
    leaflet->files = files;
    return read_file(r, line, &files[leaflet->file_count++]);
}

static bool read_left(struct reading *r, struct slice line)
{
    struct state_file *file = ARENA_NEW(&r->state->arena, struct state_file);
    *MEM_PUSH(r->state->left, r->state->left_count, r->state->left_cap) = file;
    return read_file(r, line, file);
}

static bool read_batch(struct reading *r, struct slice line)
{
    struct arena *arena = &r->state->arena;
    uint64_t shard, shards;
    size_t count = 0;
    if (!take_number(&line, &shard) || !take_number(&line, &shards) || shards > UINT32_MAX ||
        shard > shards)
        return false;
    r->state->shard = (unsigned)shard;
    r->state->shards = (unsigned)shards;
    const char **batch = ARENA_ARRAY(arena, count_words(line) + 1, const char *);
    while (line.len > 0)
        if (!take_path(&line, arena, &batch[count++]))
            return false;
    batch[count] = NULL;
    r->state->batch = batch;
    return true;
}

static bool read_line(struct reading *r, struct slice line)
{
    struct slice word = take_word(&line);
    if (slice_equal_string(word, "input"))
        return read_input(r, line);
    if (slice_equal_string(word, "leaflet"))
        return read_leaflet(r, line);
    if (slice_equal_string(word, "left"))
        return read_left(r, line);
    if (slice_equal_string(word, "batch"))
        return read_batch(r, line);
    if (!r->leaflet)
        return false;
    if (slice_equal_string(word, "reads"))
        return read_reads(r, line);
    if (slice_equal_string(word, "made"))
        return read_made(r, line);
    return slice_equal_string(word, "said") &&
           take_text(&line, &r->state->arena, &r->leaflet->said);
}

/* Takes the last line off. False: it is not there, or what stands before it is not what it was. */
static bool is_whole(struct slice *text)
{
    static const char end[] = "\nend ";
    const size_t len = 2 * DIGEST_SIZE + 2; /* with a space and the line's end */
    if (text->len < sizeof end - 1 + len || !slice_ends(*text, " \n"))
        return false;
    size_t before = text->len - len - (sizeof end - 1);
    struct slice line = slice_from_position(*text, before);
    struct digest written, digest = digest_of(text->ptr, before + 1);
    if (!slice_starts(line, end))
        return false;
    line = slice_sub(line, sizeof end - 1, len - 2);
    *text = slice_sub(*text, 0, before + 1);
    return take_digest(&line, &written) && digest_equal(&written, &digest);
}

static bool read_all(struct reading *r)
{
    if (!is_whole(&r->rest) || !slice_equal_string(slice_take(&r->rest, '\n'), FORM))
        return false;
    while (r->rest.len > 0)
        if (!read_line(r, slice_take(&r->rest, '\n')))
            return false;
    return true;
}

bool state_read(struct state *state, const char *folder)
{
    struct arena bytes = {0};
    struct reading r = {.state = state};
    const char *reason;
    state_start(state, folder);
    const char *path = file_join(&bytes, folder, STATE_NAME);
    bool good =
        file_read(path, FILE_LIMIT, &bytes, &r.rest, NULL, &reason) == STATUS_OK && read_all(&r);
    if (!good) {
        state_free(state);
        state_start(state, folder);
    }
    mem_free(r.inputs);
    arena_free(&bytes);
    return good;
}

static void tell_unwritten(const char *path, const char *reason, struct diag_list *diags)
{
    diag_add_file(
        diags, DIAG_CODE_STATE_UNWRITTEN, path,
        "remove or rename what has this name, or look at the folder's permissions and the "
        "space on the disk",
        "what was built cannot be noted, so that the next build makes every leaflet "
        "again: %s",
        reason);
}

void state_write(const struct state *state, struct arena *arena, struct diag_list *diags)
{
    struct buf text = {0};
    state_text(state, &text);
    const struct commit_file file = {
        .path = file_join(arena, state->folder, STATE_NAME),
        .bytes = buf_slice(&text),
    };
    struct commit_set set = {.files = &file, .count = 1};
    commit_run(state->folder, &set, 1, false, arena);
    buf_free(&text);
    if (set.failed && diags)
        tell_unwritten(file.path, set.failure.reason, diags);
}

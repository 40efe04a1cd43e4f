#include "commit/journal.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"

/* A name may hold any byte but NUL and the slash, so each ends with NUL; an empty one ends a set. A
 * hash of all before it ends the journal. */
static const char title[] = "leafset journal 1\n";

#define TITLE_LEN (sizeof title - 1)
#define HASH_LEN  16u

void journal_begin(struct buf *out)
{
    buf_put(out, title, TITLE_LEN);
}

void journal_put_file(struct buf *out, const char *hidden, const char *name)
{
    buf_put(out, hidden, strlen(hidden) + 1);
    buf_put(out, name, strlen(name) + 1);
}

void journal_end_set(struct buf *out)
{
    buf_put_char(out, '\0');
}

static void put_hash(struct slice text, char hash[HASH_LEN + 1])
{
    snprintf(hash, HASH_LEN + 1, "%016llx",
             (unsigned long long)hash_bytes(HASH_SEED, text.ptr, text.len));
}

void journal_end(struct buf *out)
{
    char hash[HASH_LEN + 1];
    put_hash(buf_slice(out), hash);
    buf_put(out, hash, HASH_LEN);
}

bool journal_open(struct slice text, struct journal_reader *reader)
{
    char hash[HASH_LEN + 1];
    if (text.len < TITLE_LEN + HASH_LEN || memcmp(text.ptr, title, TITLE_LEN) != 0)
        return false;
    text.len -= HASH_LEN;
    put_hash(text, hash);
    if (memcmp(text.ptr + text.len, hash, HASH_LEN) != 0)
        return false;
    *reader = (struct journal_reader){text.ptr + TITLE_LEN, text.ptr + text.len};
    return true;
}

/* Empty behind the last one. */
static const char *next_name(struct journal_reader *reader)
{
    const char *name = reader->at, *end = memchr(name, '\0', (size_t)(reader->end - name));
    if (!end) {
        reader->at = reader->end;
        return "";
    }
    reader->at = end + 1;
    return name;
}

enum journal_entry journal_next(struct journal_reader *reader, const char **hidden,
                                const char **name)
{
    if (reader->at == reader->end)
        return JOURNAL_ENDS;
    *hidden = next_name(reader);
    if (!**hidden)
        return JOURNAL_SET_ENDS;
    *name = next_name(reader);
    return JOURNAL_FILE;
}

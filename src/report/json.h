/* Writes JSON (RFC 8259), a member a line, whatever bytes the texts hold: what is not UTF-8 becomes
 * U+FFFD; control characters, line separators and what turns the direction of text are escaped.
 *
 * Our own: a library such as json-c builds all of a report as a tree in memory first, is one more
 * to load before each build, and passes on bytes that are not UTF-8. Used within report/, and by
 * build/deps.c. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct json {
    struct buf *out;
    unsigned depth;
    bool follows; /* something stands before, on this depth */
};

/* key: of a member of an object; NULL in an array and at the top. */
void json_open(struct json *json, const char *key, char bracket); /* '{' or '[' */
void json_close(struct json *json, char bracket);                 /* '}' or ']' */
void json_number(struct json *json, const char *key, uint64_t value);
void json_integer(struct json *json, const char *key, int64_t value);
/* As buf_put_fixed. */
void json_fixed(struct json *json, const char *key, int64_t value, int64_t denominator, int digits);
void json_null(struct json *json, const char *key);
void json_bool(struct json *json, const char *key, bool value);
void json_slice(struct json *json, const char *key, struct slice text);
/* Nothing where text is NULL. */
void json_text(struct json *json, const char *key, const char *text);
/* null where text is NULL. */
void json_text_or_null(struct json *json, const char *key, const char *text);

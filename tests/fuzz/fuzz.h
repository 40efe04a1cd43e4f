/* The fuzz targets. Each takes any bytes at all and must come back from them: no crash, no leak, no
 * exit, and what it says of itself must hold. libfuzzer.c makes bytes for them without end,
 * replay.c gives them those that are kept. */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct fuzz_target {
    const char *name;
    void (*run)(const uint8_t *bytes, size_t len);
    /* Makes checksums and the like right again after a mutation; NULL: there are none. */
    void (*mend)(uint8_t *bytes, size_t len);
};

extern const struct fuzz_target fuzz_targets[]; /* the last has no name */

/* The row of the name, or NULL. */
const struct fuzz_target *fuzz_find(const char *name);

void fuzz_markdown(const uint8_t *bytes, size_t len);
void fuzz_plain(const uint8_t *bytes, size_t len);
void fuzz_front(const uint8_t *bytes, size_t len);
void fuzz_png(const uint8_t *bytes, size_t len);
void fuzz_png_mend(uint8_t *bytes, size_t len);
void fuzz_jpeg(const uint8_t *bytes, size_t len);
void fuzz_webp(const uint8_t *bytes, size_t len);
void fuzz_gif(const uint8_t *bytes, size_t len);
void fuzz_font(const uint8_t *bytes, size_t len);
void fuzz_whole(const uint8_t *bytes, size_t len);

/* What must hold whatever the bytes are: else a finding. */
#define FUZZ_HOLDS(condition) ((condition) ? (void)0 : fuzz_broken(#condition, __FILE__, __LINE__))
_Noreturn void fuzz_broken(const char *condition, const char *file, int line);

/* Counts the steps of a program: how often the counters of gcc's -fprofile-arcs were passed, of
 * which every loop has at least one. Linked in the place of libgcov, so that nothing is written
 * but, at the end, the sum, to the file that LEAFSET_STEPS names. The same run gives the same sum
 * (but for what threads do at the same time).
 *
 * The types are those of gcc's libgcov (gcov-io.h, libgcov.h; gcc 12 to 15). */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define KINDS (__GNUC__ >= 14 ? 9 : 8) /* of counters: GCOV_COUNTERS */

struct counters {
    unsigned count;
    int64_t *values;
};

struct function {
    const struct object *key;
    unsigned ident, lines, graph;
    struct counters arcs; /* the only kind that is asked for */
};

struct object {
    unsigned version;
    struct object *next;
    unsigned stamp, checksum;
    const char *name;
    void (*merge[KINDS])(int64_t *, unsigned);
    unsigned count;
    const struct function *const *functions;
};

void __gcov_init(struct object *object);
void __gcov_exit(void);
void __gcov_merge_add(int64_t *values, unsigned count);

static struct object *objects;

void __gcov_init(struct object *object)
{
    object->next = objects;
    objects = object;
}

void __gcov_merge_add(int64_t *values, unsigned count)
{
    (void)values;
    (void)count;
}

/* Called as often as there are objects. */
void __gcov_exit(void)
{
    const char *path = objects ? getenv("LEAFSET_STEPS") : NULL;
    FILE *file = path ? fopen(path, "w") : NULL;
    int64_t sum = 0;
    for (; objects; objects = objects->next)
        for (unsigned i = 0; file && i < objects->count; i++) {
            const struct function *function = objects->functions[i];
            /* a function that stands in several objects is counted in one */
            for (unsigned j = 0; function && function->key == objects && j < function->arcs.count;
                 j++)
                sum += function->arcs.values[j];
        }
    if (!file)
        return;
    fprintf(file, "%lld\n", (long long)sum);
    fclose(file);
}

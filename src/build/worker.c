#include "build/worker.h"

void worker_open(struct worker *worker, struct inputs *inputs)
{
    *worker = (struct worker){.inputs = inputs};
    worker->fonts = font_set_new(inputs);
    worker->text = text_engine_new();
    worker->packer = epub_packer_new();
    worker->vocabulary = vocabulary_new();
}

void worker_close(struct worker *worker)
{
    font_set_free(worker->fonts);
    text_engine_free(worker->text);
    epub_packer_free(worker->packer);
    vocabulary_free(worker->vocabulary);
    arena_free(&worker->arena);
    inputs_close(worker->inputs);
}

#include "build/worker.h"

void worker_open(struct worker *worker, struct inputs *inputs, struct neighbours *neighbours,
                 bool has_spare, struct interrupt *interrupt)
{
    worker->inputs = inputs;
    worker->neighbours = neighbours;
    worker->has_spare = has_spare;
    worker->interrupt = interrupt;
    worker->fonts = font_set_new(inputs);
    worker->text = text_engine_new();
}

void worker_close(struct worker *worker)
{
    font_set_free(worker->fonts);
    text_engine_free(worker->text);
    inputs_close(worker->inputs);
}

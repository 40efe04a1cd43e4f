#include "build/worker.h"

void worker_open(struct worker *worker, struct inputs *inputs)
{
    *worker = (struct worker){.inputs = inputs};
    worker->fonts = font_set_new(inputs);
    worker->text = text_engine_new();
    worker->pdf_deflater = deflater_new();
    worker->epub_deflater = deflater_new();
    worker->cover_raster = raster_new(worker->fonts);
}

void worker_close(struct worker *worker)
{
    beside_close(worker->beside);
    raster_free(worker->cover_raster);
    font_set_free(worker->fonts);
    text_engine_free(worker->text);
    deflater_free(worker->pdf_deflater);
    deflater_free(worker->epub_deflater);
    vocabulary_free(worker->vocabulary);
    arena_free(&worker->arena);
    inputs_close(worker->inputs);
}

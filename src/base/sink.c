#include "base/sink.h"

#include "base/buf.h"
#include "base/mem.h"

struct sink {
    struct buf bytes;
    bool nowhere; /* every byte is thrown away */
};

struct sink *sink_open(void)
{
    return mem_calloc(1, sizeof(struct sink));
}

struct sink *sink_open_nowhere(void)
{
    struct sink *sink = sink_open();
    sink->nowhere = true;
    return sink;
}

void sink_write(struct sink *sink, const void *bytes, size_t len)
{
    if (!sink->nowhere && len > 0)
        buf_put(&sink->bytes, bytes, len);
}

struct slice sink_bytes(const struct sink *sink)
{
    return buf_slice(&sink->bytes);
}

void sink_close(struct sink *sink)
{
    buf_free(&sink->bytes);
    mem_free(sink);
}

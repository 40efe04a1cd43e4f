#include "build/progress.h"

#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"

#define BAR_WIDTH 30u
#define BAR_DELAY 400 /* milliseconds: a short batch needs no bar */
#define BAR_PAUSE 50  /* between two drawings */

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_start(struct progress *progress, bool wanted, size_t count)
{
    *progress = (struct progress){.wanted = wanted && count >= 2, .count = count};
    if (progress->wanted)
        progress->draw_next = milliseconds() + BAR_DELAY;
}

void progress_say(struct slice text)
{
    if (text.len > 0)
        file_write_descriptor(STDERR_FILENO, text.ptr, text.len);
}

bool progress_show(struct slice text)
{
    struct buf clean = {0};
    if (isatty(STDOUT_FILENO) == 1) {
        diag_put_clean_lines(&clean, text);
        text = buf_slice(&clean);
    }
    bool shown = file_write_descriptor(STDOUT_FILENO, text.ptr, text.len);
    buf_free(&clean);
    return shown;
}

static void erase(struct progress *progress)
{
    if (progress->drawn)
        progress_say(SLICE_LIT("\r\033[K"));
    progress->drawn = false;
}

static void draw(struct progress *progress)
{
    struct buf bar = {0};
    size_t full = progress->done * BAR_WIDTH / progress->count;
    buf_put_string(&bar, "\r\033[K[");
    for (size_t i = 0; i < BAR_WIDTH; i++)
        buf_put_char(&bar, i < full ? '#' : ' ');
    buf_format(&bar, "] %zu of %zu", progress->done, progress->count);
    progress_say(buf_slice(&bar));
    buf_free(&bar);
    progress->drawn = true;
}

void progress_step(struct progress *progress)
{
    progress->done++;
    if (!progress->wanted)
        return;
    int64_t now = milliseconds();
    if (progress->done == progress->count) {
        erase(progress);
    } else if (now >= progress->draw_next) {
        draw(progress);
        progress->draw_next = now + BAR_PAUSE;
    }
}

void progress_print(struct progress *progress, const struct buf *text)
{
    if (text->len > 0)
        erase(progress);
    progress_say(buf_slice(text));
}

#include "build/refusal.h"

#include "build/progress.h"

void refusal_add(struct diag_list *diags, const struct commit_failure *failure)
{
    const char *path = arena_string(diags->arena, slice_from(failure->path));
    diag_add_file(diags, DIAG_CODE_OUTPUT_FAILED, path,
                  failure->hint ? failure->hint
                                : "check the folder, its permissions and the space on the disk",
                  "cannot be written: %s", failure->reason);
}

enum status refusal_tell(enum diag_code code, const char *file, const char *hint,
                         const char *message)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct buf text = {0};
    diag_add_file(&diags, code, file, hint, "%s", message);
    diag_print(&diags, &text, false, false);
    progress_say(buf_slice(&text));
    buf_free(&text);
    diag_free(&diags);
    arena_free(&arena);
    return STATUS_ENVIRONMENT;
}

enum status refusal_say(const char *message, const char *hint)
{
    struct buf text = {0};
    buf_put_string(&text, "leafset: ");
    diag_put_clean(&text, slice_from(message));
    buf_put_char(&text, '\n');
    if (hint)
        buf_format(&text, "  hint: %s\n", hint);
    progress_say(buf_slice(&text));
    buf_free(&text);
    return STATUS_USAGE;
}

#include "commit/ledger.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define LEDGER_LIMIT (256u << 20)

static void tell(const struct ledger *ledger, enum diag_code code, const char *what,
                 const char *reason, struct diag_list *diags)
{
    diag_add_file(diags, code, ledger->path, "check the path, its permissions and the disk",
                  "%s: %s", what, reason);
}

static bool is_regular(int descriptor)
{
    struct stat stat;
    return fstat(descriptor, &stat) == 0 && S_ISREG(stat.st_mode);
}

/* O_NONBLOCK: a pipe must not keep us waiting for who reads it. */
bool ledger_open(struct ledger *ledger, const char *path, struct arena *arena,
                 struct diag_list *diags)
{
    const char *reason = NULL;
    int flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK;
    *ledger = (struct ledger){path, open(path, flags, 0666), SLICE_EMPTY};
    if (ledger->descriptor < 0)
        reason = strerror(errno);
    else if (!is_regular(ledger->descriptor))
        reason = "it is no file";
    else if (flock(ledger->descriptor, LOCK_EX) != 0)
        reason = strerror(errno);
    else
        file_read_descriptor(ledger->descriptor, LEDGER_LIMIT, arena, &ledger->text, &reason);
    if (reason) {
        tell(ledger, DIAG_CODE_FILE_UNREADABLE, "cannot be read and written", reason, diags);
        ledger_close(ledger);
    }
    return !reason;
}

bool ledger_add(struct ledger *ledger, struct slice lines, bool sync, struct diag_list *diags)
{
    if (file_write_descriptor(ledger->descriptor, lines.ptr, lines.len) &&
        (!sync || fsync(ledger->descriptor) == 0))
        return true;
    const char *reason = strerror(errno);
    if (ftruncate(ledger->descriptor, (off_t)ledger->text.len) != 0)
        reason = "a part of the lines was written, and could not be taken back";
    tell(ledger, DIAG_CODE_OUTPUT_FAILED, "cannot be written", reason, diags);
    return false;
}

void ledger_close(struct ledger *ledger)
{
    if (ledger->descriptor >= 0)
        close(ledger->descriptor);
    ledger->descriptor = -1;
}

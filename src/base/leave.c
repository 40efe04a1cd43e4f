#include "base/leave.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/status.h"

/* Whoever runs out of memory has no argument by which to know of others. Shared by those who must
 * finish first, and never given back by the one that ends the process. */
static pthread_rwlock_t leaving = PTHREAD_RWLOCK_INITIALIZER;
static _Thread_local bool holding;

void leave_hold(void)
{
    pthread_rwlock_rdlock(&leaving);
    holding = true;
}

void leave_release(void)
{
    holding = false;
    pthread_rwlock_unlock(&leaving);
}

void leave_with(const char *message)
{
    if (holding)
        leave_release();
    pthread_rwlock_wrlock(&leaving);
    ssize_t ignored = write(STDERR_FILENO, message, strlen(message));
    (void)ignored;
    _exit(STATUS_ENVIRONMENT);
}

/* measure COMMAND... [--and COMMAND...]...: runs them one after the other and prints one line on
 * file descriptor 3: wall, user and system seconds and the peak memory in KiB, of the commands and
 * their children. A small program, because the peak of a child counts that of the process which
 * started it. */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static int run(char **command)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        close(3);
        execvp(command[0], command);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0)
        return 127;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

int main(int argc, char **argv)
{
    struct timespec start, end;
    struct rusage usage;
    int status = 0, first = 1;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (int i = 1; i <= argc && status == 0; i++) {
        if (i < argc && strcmp(argv[i], "--and") != 0)
            continue;
        argv[i] = NULL;
        status = run(argv + first);
        first = i + 1;
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    getrusage(RUSAGE_CHILDREN, &usage);
    dprintf(3, "%.6f %.6f %.6f %ld\n",
            (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9,
            seconds(usage.ru_utime), seconds(usage.ru_stime), usage.ru_maxrss);
    return status;
}

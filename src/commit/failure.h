/* Why outputs cannot be written. Types only; commit/ and build/. */
#pragma once

struct commit_failure {
    const char *path;   /* of the file or folder that it is about; borrowed */
    const char *reason; /* static, or the C library's until its next call in this thread */
    const char *hint;   /* static; NULL: the usual one */
};

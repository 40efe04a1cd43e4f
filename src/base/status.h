/* Outcomes that come from the environment, not from the content. Every module. */
#pragma once

/* Each is worse than the one before. */
enum status {
    STATUS_OK,
    STATUS_CONTENT,     /* the content has errors (diagnostics tell) */
    STATUS_USAGE,       /* the command line is wrong */
    STATUS_ENVIRONMENT, /* unreadable, unwritable, full */
};

/* The worse of the two. */
enum status status_worse(enum status a, enum status b);

/* The end of the process where the work cannot go on: for want of memory or of a library, in any
 * thread, out of any library, at any time. Files that are to appear together are waited for. Used
 * by base/ and, for the files, commit/. */
#pragma once

/* Writes the message (a line) to standard error and leaves with status 3. Needs no memory. */
_Noreturn void leave_with(const char *message);

/* Until leave_release no other thread leaves: around the steps by which a leaflet's files get their
 * names. Threads may do so side by side. A thread that must leave in between does, since it cannot
 * wait for itself: so none may ask for memory there. */
void leave_hold(void);
void leave_release(void);

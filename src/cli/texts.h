/* The fixed texts of the command: help and the starter leaflet. Only cli/ includes it. */
#ifndef CLI_TEXTS_H
#define CLI_TEXTS_H

/* Help for a command's name; NULL or an unknown name: the overview. */
const char *texts_help(const char *topic);
extern const char texts_starter[];

#endif

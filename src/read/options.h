/* How a leaflet is to be read: what read_document is told beside the bytes. Types only. read/, and
 * through read/read.h layers 3 and up. */
#ifndef READ_OPTIONS_H
#define READ_OPTIONS_H

enum read_format { READ_MARKDOWN, READ_PLAIN };

struct read_options {
    const char *name;   /* path as the user wrote it, or "<stdin>" */
    const char *folder; /* real folder of the file: base of relative paths */
    const char *top;    /* the folder given on the command line (real), or NULL: settings files are
                           looked for upwards from `folder` as long as parents have a clinic.yml
                           or until `top` is reached; see read_settings */
    const char *lang;   /* --lang or NULL */
    enum read_format format;
};

#endif

/* The version of leafset: of the command, and the producer that the PDF names. Every module. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define LEAFSET_VERSION "0.1.0"

#endif

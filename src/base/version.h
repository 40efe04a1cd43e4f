/* The version of leafset: of the command, and the producer that the PDF names. Every module. */
#pragma once

#define LEAFSET_VERSION "0.1.0"

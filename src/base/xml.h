/* libxml2, of which the HTML parser is used (read/markdown/) and the writer (epub/); loaded when
 * something first asks it. */
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>

#include "base/library.h"

#define XML_CALLS(X)                                                                               \
    X(htmlReadMemory)                                                                              \
    X(xmlDocGetRootElement)                                                                        \
    X(xmlFree)                                                                                     \
    X(xmlFreeDoc)                                                                                  \
    X(xmlFreeTextWriter)                                                                           \
    X(xmlInitParser)                                                                               \
    X(xmlNewTextWriter)                                                                            \
    X(xmlNodeGetContent)                                                                           \
    X(xmlOutputBufferCreateIO)                                                                     \
    X(xmlTextWriterEndDocument)                                                                    \
    X(xmlTextWriterEndElement)                                                                     \
    X(xmlTextWriterStartDocument)                                                                  \
    X(xmlTextWriterStartElement)                                                                   \
    X(xmlTextWriterWriteAttribute)                                                                 \
    X(xmlTextWriterWriteDTD)                                                                       \
    X(xmlTextWriterWriteRaw)                                                                       \
    X(xmlTextWriterWriteString)

struct xml {
    XML_CALLS(LIBRARY_POINTER)
};

/* Its functions; loads it at the first call (library_load) and sets it up, which it does not do by
 * itself where threads share it. From any thread. */
const struct xml *xml(void);

/* What is told about one leaflet, until it is its turn (build/telling.h). Only build/. */
#pragma once

#include "build/options.h"
#include "report/finding.h"

struct report_part {
    struct report_part *next;
    struct finding finding;
    struct slice once; /* of those that are equal in this, only the first is told; may be empty */
};

struct report {
    struct arena arena;
    struct report_part *first; /* one a finding */
};

/* A leaflet fails by what is as severe as this. */
enum diag_severity report_fails_by(const struct build_options *options);
/* No further phase is done for a leaflet with this; with warnings, where they may be passed over,
 * all are. */
enum diag_severity report_stops_by(const struct build_options *options);
/* Whether the message says the same of every leaflet, wherever it stands: what it asks for can be
 * done at one place, so the first leaflet's is told. */
bool report_is_general(enum diag_code code);
/* How many diagnostics of a code a list keeps: struct diag_list's limit. */
unsigned report_limit(const struct build_options *options);

/* Adds what the sorted list says of the leaflet called name. */
void report_make(const struct diag_list *diags, const char *name,
                 const struct build_options *options, struct report *out);
/* The same as bytes, and back; what is no such thing gives an empty report, and false. */
void report_pack(const struct report *report, struct buf *out);
bool report_unpack(struct slice bytes, struct report *out);
void report_free(struct report *report);

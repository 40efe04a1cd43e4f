#include "build/status.h"

#include <pthread.h>

#include "base/mem.h"
#include "build/build.h"
#include "commit/ledger.h"
#include "build/progress.h"
#include "build/reading.h"
#include "report/history.h"
#include "report/status_csv.h"
#include "report/status_json.h"
#include "report/status_text.h"

/* The threads of the batch add their leaflets as they come; the table is sorted at the end. */
struct survey {
    struct status_table table;
    pthread_mutex_t lock;
};

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_string(arena, slice_from(text)) : NULL;
}

static void describe(const struct doc *doc, struct arena *arena, struct status_row *row)
{
    const struct meta *meta = &doc->meta;
    row->reference = copy(arena, meta->reference.value);
    row->title = copy(arena, meta->title.value);
    row->version = copy(arena, meta->version.value);
    row->owner = copy(arena, meta->owner.value);
    row->lang = copy(arena, doc->root->lang);
    row->status = meta->status;
    row->published = meta->published;
    row->reviewed = meta->reviewed;
    row->next_review = meta->next_review;
}

static void count_findings(const struct diag_list *diags, struct status_row *row)
{
    row->errors = diags->errors;
    row->warnings = diags->warnings;
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        row->notes += diags->per_code[code];
    row->notes -= row->errors + row->warnings;
}

static void see(void *context, const char *path, const struct doc *doc, const struct prose *prose,
                const struct diag_list *diags)
{
    struct survey *survey = context;
    struct status_table *table = &survey->table;
    struct arena measured = {0};
    struct status_row row = {.path = path};
    count_findings(diags, &row);
    if (prose)
        reading_measure(prose, &measured, &row.reading);
    pthread_mutex_lock(&survey->lock);
    row.path = copy(&table->arena, path);
    if (doc)
        describe(doc, &table->arena, &row);
    reading_keep(&row.reading, &table->arena);
    *MEM_PUSH(table->rows, table->count, table->cap) = row;
    pthread_mutex_unlock(&survey->lock);
    arena_free(&measured);
}

static void put(const struct status_table *table, const struct status_options *wanted,
                struct buf *out)
{
    switch (wanted->format) {
    case STATUS_TEXT: status_put_text(table, wanted->width, out); return;
    case STATUS_JSON: status_put_json(table, out); return;
    case STATUS_CSV: status_put_csv(table, out); return;
    }
}

static enum status compare(struct status_table *table, const struct ledger *ledger,
                           struct diag_list *diags)
{
    if (history_compare(ledger->text, table))
        return STATUS_OK;
    diag_add_file(diags, DIAG_CODE_FILE_UNREADABLE, ledger->path,
                  "name the file that an earlier --history wrote, or one that is not there yet",
                  "is no history of leaflets: its first line is another one");
    return STATUS_ENVIRONMENT;
}

static enum status keep(const struct status_table *table, struct ledger *ledger, bool sync,
                        struct diag_list *diags)
{
    struct buf lines = {0};
    history_put(ledger->text, table, &lines);
    bool kept = ledger_add(ledger, buf_slice(&lines), sync, diags);
    buf_free(&lines);
    return kept ? STATUS_OK : STATUS_ENVIRONMENT;
}

static enum status survey(const struct build_options *options, struct status_table *table)
{
    struct survey survey = {.table = *table};
    struct build_options asked = *options;
    asked.look = see;
    asked.look_context = &survey;
    asked.check = true;
    asked.quiet = true;
    asked.no_pages = true;
    pthread_mutex_init(&survey.lock, NULL);
    enum status status = build_run(&asked);
    pthread_mutex_destroy(&survey.lock);
    *table = survey.table;
    status_sort(table);
    return status;
}

/* A run that could not see all leaves the history as it was. */
static enum status run(const struct build_options *options, const struct status_options *wanted,
                       struct status_table *table, struct diag_list *diags, struct buf *out)
{
    struct ledger ledger = {.descriptor = -1};
    enum status status = STATUS_OK;
    if (wanted->history && !ledger_open(&ledger, wanted->history, diags->arena, diags))
        return STATUS_ENVIRONMENT;
    status = survey(options, table);
    bool keeps = wanted->history && table->count > 0;
    if (keeps)
        status = status_worse(status, compare(table, &ledger, diags));
    if (table->count > 0)
        put(table, wanted, out);
    if (keeps && status != STATUS_ENVIRONMENT)
        status = status_worse(status, keep(table, &ledger, options->sync, diags));
    ledger_close(&ledger);
    return status_overdue(table) > 0 ? status_worse(status, STATUS_CONTENT) : status;
}

enum status build_status(const struct build_options *options, const struct status_options *wanted,
                         struct buf *out)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct status_table table = {.today = options->today};
    struct buf text = {0};
    enum status status = run(options, wanted, &table, &diags, out);
    diag_print(&diags, &text, options->context, options->colour);
    progress_say(buf_slice(&text));
    buf_free(&text);
    status_free(&table);
    diag_free(&diags);
    arena_free(&arena);
    return status;
}

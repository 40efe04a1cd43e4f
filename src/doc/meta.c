#include "doc/meta.h"

const char *meta_name(const struct meta_text *text)
{
    return text->name ? text->name : text->value;
}

static int compare_part(int a, int b)
{
    return (a > b) - (a < b);
}

int meta_date_compare(struct meta_date a, struct meta_date b)
{
    if (a.year != b.year)
        return compare_part(a.year, b.year);
    if (a.month != b.month)
        return compare_part(a.month, b.month);
    return compare_part(a.day ? a.day : 1, b.day ? b.day : 1);
}

int64_t meta_days_left(struct meta_date date, struct date_moment today)
{
    int day = date.day > 0 ? date.day : date_days_in_month(date.year, date.month);
    return date_day_number(date.year, date.month, day) -
           date_day_number(today.year, today.month, today.day);
}

static struct date_moment moment_of(struct meta_date date)
{
    return (struct date_moment){.year = date.year, .month = date.month, .day = date.day};
}

struct meta_moments meta_moments(const struct meta *meta, int64_t epoch)
{
    struct meta_date first = meta->published.year ? meta->published : meta->reviewed;
    struct meta_date last = first;
    if (meta->reviewed.year && meta_date_compare(meta->reviewed, first) > 0)
        last = meta->reviewed;
    struct meta_moments moments = {.created = moment_of(first), .changed = moment_of(last)};
    if (first.year == 0 && epoch >= 0) {
        moments.created = moments.changed = date_of_epoch(epoch);
        moments.has_time = true;
    }
    return moments;
}

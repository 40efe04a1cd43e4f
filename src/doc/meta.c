#include "doc/meta.h"

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

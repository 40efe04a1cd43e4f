#include "base/date.h"

#define DAY_SECONDS 86400

int date_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool date_is_possible(int year, int month, int day)
{
    return year >= 1000 && month >= 1 && month <= 12 && day >= 0 &&
           (day == 0 || day <= date_days_in_month(year, month));
}

/* Years begin on 1 March here, so that leap days come last; day 719,468 of this count, whose eras
 * have 400 years (146,097 days), is 1970-01-01. */
struct date_moment date_of_epoch(int64_t seconds)
{
    int64_t days = seconds / DAY_SECONDS + 719468, rest = seconds % DAY_SECONDS;
    int64_t era = days / 146097, day_of_era = days % 146097;
    int64_t year =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    struct date_moment moment = {
        .month = (int)(month < 10 ? month + 3 : month - 9),
        .day = (int)(day_of_year - (153 * month + 2) / 5 + 1),
        .hour = (int)(rest / 3600),
        .minute = (int)(rest / 60 % 60),
        .second = (int)(rest % 60),
    };
    moment.year = (int)(year + era * 400 + (moment.month <= 2));
    return moment;
}

/* The inverse, in the same count of years. */
int64_t date_day_number(int year, int month, int day)
{
    int64_t years = year - (month <= 2), era = years / 400, year_of_era = years % 400;
    int64_t months = month > 2 ? month - 3 : month + 9;
    int64_t day_of_year = (153 * months + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

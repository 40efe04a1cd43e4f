/* Dates and moments of the proleptic Gregorian calendar, free of the C library's time zone and
 * clock. Owns nothing. Every module. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* A moment in UTC. */
struct date_moment {
    int year, month, day; /* month and day from 1 */
    int hour, minute, second;
};

/* Days in a month (1 to 12) of a year. */
int date_days_in_month(int year, int month);

/* True for a date that there is, of a year with four digits; day 0: a month as a whole. */
bool date_is_possible(int year, int month, int day);

/* The moment seconds (>= 0) after 1970-01-01T00:00:00Z, leap seconds not counted (POSIX.1, 4.16).
 * seconds must be before the year 10000. */
struct date_moment date_of_epoch(int64_t seconds);

/* The day of a date that there is, counted from 1970-01-01, which is 0. */
int64_t date_day_number(int year, int month, int day);

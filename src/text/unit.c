#include "text/unit.h"

/* clang-format off */
const struct unit unit_table[] = {
    {"mg", UNIT_OF_TABLES | UNIT_KEPT | UNIT_OF_DOSES, UNIT_WEIGHT, false},
    {"g", UNIT_OF_TABLES | UNIT_KEPT, UNIT_WEIGHT, false},
    {"kg", UNIT_OF_TABLES | UNIT_KEPT, UNIT_WEIGHT, false},
    {"mcg", UNIT_OF_TABLES | UNIT_KEPT | UNIT_OF_DOSES, UNIT_MICROGRAM, true},
    {"µg", UNIT_OF_TABLES | UNIT_KEPT | UNIT_OF_DOSES, UNIT_MICROGRAM, false},
    {"μg", UNIT_OF_TABLES | UNIT_KEPT | UNIT_OF_DOSES, UNIT_MICROGRAM, false},
    {"ug", 0, UNIT_MICROGRAM, false},
    {"ng", UNIT_OF_TABLES | UNIT_KEPT, UNIT_WEIGHT, false},
    {"ml", UNIT_OF_TABLES | UNIT_KEPT | UNIT_OF_DOSES, UNIT_VOLUME, false},
    {"mL", UNIT_KEPT, UNIT_VOLUME, false},
    {"l", UNIT_OF_TABLES | UNIT_KEPT, UNIT_VOLUME, false},
    {"L", UNIT_KEPT, UNIT_VOLUME, false},
    {"cl", UNIT_OF_TABLES | UNIT_KEPT, UNIT_NONE, false},
    {"dl", UNIT_OF_TABLES | UNIT_KEPT, UNIT_NONE, false},
    {"mol", UNIT_OF_TABLES, UNIT_NONE, false},
    {"mmol", UNIT_OF_TABLES | UNIT_KEPT | UNIT_OF_DOSES, UNIT_WEIGHT, false},
    {"µmol", UNIT_OF_TABLES, UNIT_NONE, false},
    {"μmol", UNIT_OF_TABLES, UNIT_NONE, false},
    {"IU", UNIT_OF_TABLES | UNIT_KEPT | UNIT_OF_DOSES, UNIT_UNITS, true},
    {"U", UNIT_OF_TABLES, UNIT_UNITS, false},
    {"mU", UNIT_OF_TABLES, UNIT_NONE, false},
    {"mEq", UNIT_OF_TABLES, UNIT_NONE, false},
    {"cm", UNIT_OF_TABLES | UNIT_KEPT, UNIT_LENGTH, false},
    {"mm", UNIT_OF_TABLES | UNIT_KEPT, UNIT_LENGTH, false},
    {"m", UNIT_OF_TABLES | UNIT_KEPT, UNIT_LENGTH, false},
    {"km", UNIT_OF_TABLES | UNIT_KEPT, UNIT_LENGTH, false},
    {"nm", UNIT_KEPT, UNIT_NONE, false},
    {"m²", UNIT_OF_TABLES, UNIT_NONE, false},
    {"cm²", UNIT_OF_TABLES, UNIT_NONE, false},
    {"%", UNIT_OF_TABLES | UNIT_KEPT, UNIT_NONE, false},
    {"٪", UNIT_OF_TABLES, UNIT_NONE, false},
    {"‰", UNIT_OF_TABLES, UNIT_NONE, false},
    {"°", UNIT_OF_TABLES, UNIT_NONE, false},
    {"°C", UNIT_OF_TABLES | UNIT_KEPT, UNIT_NONE, false},
    {"°F", UNIT_OF_TABLES | UNIT_KEPT, UNIT_NONE, false},
    {"h", UNIT_OF_TABLES, UNIT_NONE, false},
    {"hr", UNIT_OF_TABLES, UNIT_NONE, false},
    {"min", UNIT_OF_TABLES, UNIT_NONE, false},
    {"s", UNIT_OF_TABLES, UNIT_NONE, false},
    {"ms", UNIT_OF_TABLES, UNIT_NONE, false},
    {"kcal", UNIT_OF_TABLES | UNIT_KEPT, UNIT_NONE, false},
    {"kJ", UNIT_OF_TABLES | UNIT_KEPT, UNIT_NONE, false},
    {"J", UNIT_OF_TABLES, UNIT_NONE, false},
    {"W", UNIT_OF_TABLES, UNIT_NONE, false},
    {"Hz", UNIT_OF_TABLES, UNIT_NONE, false},
    {"bpm", UNIT_OF_TABLES, UNIT_NONE, false},
    {"mmHg", UNIT_OF_TABLES | UNIT_KEPT, UNIT_NONE, false},
    {"kPa", UNIT_OF_TABLES, UNIT_NONE, false},
    {"cmH2O", UNIT_OF_TABLES, UNIT_NONE, false},
    {"mSv", UNIT_OF_TABLES, UNIT_NONE, false},
    {"Gy", UNIT_OF_TABLES, UNIT_NONE, false},
    {"ppm", UNIT_OF_TABLES, UNIT_NONE, false},
    {"€", UNIT_OF_TABLES, UNIT_NONE, false},
    {"£", UNIT_OF_TABLES, UNIT_NONE, false},
    {"$", UNIT_OF_TABLES, UNIT_NONE, false},
    {"zł", UNIT_OF_TABLES, UNIT_NONE, false},
    {"kr", UNIT_OF_TABLES, UNIT_NONE, false},
    {"Kč", UNIT_OF_TABLES, UNIT_NONE, false},
    {"CHF", UNIT_OF_TABLES, UNIT_NONE, false},
    {"EUR", UNIT_OF_TABLES, UNIT_NONE, false},
    {"GBP", UNIT_OF_TABLES, UNIT_NONE, false},
    {"Ft", UNIT_OF_TABLES, UNIT_NONE, false},
    {"lei", UNIT_OF_TABLES, UNIT_NONE, false},
    {"p", UNIT_OF_TABLES, UNIT_NONE, false},
    {"micrograms", UNIT_OF_TABLES | UNIT_KEPT | UNIT_OF_DOSES, UNIT_WORD, true},
    {"microgram", UNIT_OF_TABLES | UNIT_KEPT | UNIT_OF_DOSES, UNIT_WORD, true},
    {"milligram", 0, UNIT_WORD, true},
    {"milligrams", UNIT_OF_DOSES, UNIT_WORD, true},
    {"gram", 0, UNIT_WORD, true},
    {"grams", 0, UNIT_WORD, true},
    {"millilitre", 0, UNIT_WORD, true},
    {"millilitres", UNIT_OF_DOSES, UNIT_WORD, true},
    {"litre", 0, UNIT_WORD, true},
    {"litres", 0, UNIT_WORD, true},
    {"unit", UNIT_OF_TABLES, UNIT_WORD, true},
    {"units", UNIT_OF_TABLES | UNIT_OF_DOSES, UNIT_WORD, true},
    {"nanogram", UNIT_OF_TABLES, UNIT_WORD, true},
    {"nanograms", UNIT_OF_TABLES, UNIT_WORD, true},
    {"tablets", UNIT_OF_DOSES, UNIT_NONE, false},
    {"tablet", UNIT_OF_DOSES, UNIT_NONE, false},
    {"capsules", UNIT_OF_DOSES, UNIT_NONE, false},
    {"drops", UNIT_OF_DOSES, UNIT_NONE, false},
    {"puffs", UNIT_OF_DOSES, UNIT_NONE, false},
    {"Tropfen", UNIT_OF_DOSES, UNIT_NONE, false},
    {0},
};
/* clang-format on */

const struct unit *unit_with(const struct unit *unit, enum unit_use use)
{
    while (unit->name && !(unit->uses & use))
        unit++;
    return unit->name ? unit : NULL;
}

enum unit_kind unit_kind_of(struct slice word)
{
    for (const struct unit *unit = unit_table; unit->name; unit++) {
        struct slice name = slice_from(unit->name);
        if (unit->kind != UNIT_NONE &&
            (unit->any_case ? slice_equal_nocase(word, name) : slice_equal(word, name)))
            return unit->kind;
    }
    return UNIT_NONE;
}

bool unit_is_of_tables(struct slice word)
{
    for (const struct unit *unit = unit_table; (unit = unit_with(unit, UNIT_OF_TABLES)); unit++)
        if (slice_equal_nocase(word, slice_from(unit->name)))
            return true;
    return false;
}

/* Days of the calendar as ISO 8601 writes them. They compare as text. */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>

#include "wireaudit/types.h"

#define DAY_LENGTH 10u /* "YYYY-MM-DD" */

/* True when the text begins with a day of the calendar, whatever follows. */
bool day_begins(struct wa_str text);

#endif

/* Numbers as text, whatever the locale. */
#ifndef REPORTS_NUMBER_H
#define REPORTS_NUMBER_H

#include "sink.h"

/* Whole numbers without decimals, others in the fewest digits that give them back. `number` must be finite. */
void number_write(struct wa_sink *sink, double number);

#endif

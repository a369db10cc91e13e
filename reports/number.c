#include "number.h"

#include <math.h>
#include <stdio.h>

/* Beyond it, doubles skip whole numbers. */
#define EXACT 9007199254740992.0

static void write_fraction(struct wa_sink *sink, double number)
{
	char text[40];
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, number);
		if (strtod(text, NULL) == number)
			break;
	}
	for (char *c = text; *c; c++) /* the locale's decimal mark */
		if (*c == ',')
			*c = '.';
	sink_text(sink, text);
}

void number_write(struct wa_sink *sink, double number)
{
	if (fabs(number) >= EXACT || number != floor(number)) {
		write_fraction(sink, number);
		return;
	}
	if (number < 0)
		sink_char(sink, '-');
	sink_number(sink, (uint64_t)fabs(number));
}

/* What standards say of languages and money, and no pack need repeat. */
#ifndef PACK_LOCALE_H
#define PACK_LOCALE_H

#include <stdbool.h>

#include "wireaudit/types.h"

/* Does the language (BCP 47) write 1.200,5? */
bool locale_decimal_comma(struct wa_str lang);
/* The ISO 4217 code of a currency by its number there; "XXX" for one that is not known. */
const char *locale_currency(unsigned number);

#endif

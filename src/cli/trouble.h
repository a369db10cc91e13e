/* Messages on standard error: "wireaudit: FILE:LINE:COLUMN: what". */
#ifndef CLI_TROUBLE_H
#define CLI_TROUBLE_H

#include "wireaudit/status.h"

/* One line from an error record. Characters that would steer a terminal are shown as "?". */
void trouble_error(const struct wa_error *error);
/* One line about `file`, which may be NULL. */
void trouble_say(const char *file, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif

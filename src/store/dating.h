/* Days: which one a document is filed under. */
#ifndef STORE_DATING_H
#define STORE_DATING_H

#include "wireaudit/store.h"

#define DAY_SIZE 11u  /* "YYYY-MM-DD" */
#define TIME_SIZE 21u /* "YYYY-MM-DDTHH:MM:SSZ" */

/* The time now, UTC. */
void dating_now(char time[TIME_SIZE]);

/* Writes the day a document is filed under and tells where it comes from; metadata that is no ISO 8601 date is passed
 * over. A day with a time zone stays the day it was where the document was published. */
enum wa_dating dating_choose(const struct wa_document *document, const char *first_seen, char day[DAY_SIZE]);

#endif

#ifndef CLI_CLOCK_H
#define CLI_CLOCK_H

#define CLOCK_SIZE 32

/* Now, "YYYY-MM-DDTHH:MM:SSZ", in `out`; NULL when the clock is beyond all calendars. */
const char *clock_now(char out[CLOCK_SIZE]);
/* The same without the time, "YYYY-MM-DD". */
const char *clock_today(char out[CLOCK_SIZE]);

#endif

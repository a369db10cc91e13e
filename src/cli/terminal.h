/* What is known of the terminal a stream may be. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>

/* The words of --color, in this order. */
enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* Auto: when `fd` is a terminal that is not dumb, and NO_COLOR is unset or empty. */
bool terminal_colour(enum color_when when, int fd);
/* Columns, 0 when `fd` is no terminal. */
unsigned terminal_width(int fd);

#endif

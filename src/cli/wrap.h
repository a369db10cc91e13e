/* Text broken at spaces. */
#ifndef CLI_WRAP_H
#define CLI_WRAP_H

#include <stdio.h>

#define WRAP_WIDTH 80u

/*
 * Prints text from `column` on, wrapped at `width` columns (0: not at all), further lines indented; ends the line.
 * Newlines in `text` are kept, but for one at its end.
 */
void wrap(FILE *out, unsigned width, const char *text, unsigned column, unsigned indent);

#endif

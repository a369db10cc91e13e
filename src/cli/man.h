/* The man page and the shell completion, made from the command tables. */
#ifndef CLI_MAN_H
#define CLI_MAN_H

#include <stdio.h>

void man_page(FILE *out);
void completion_bash(FILE *out);

#endif

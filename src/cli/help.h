/* Help, made from the command tables. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

#include "cli/command.h"

void help_program(FILE *out);
void help_command(const struct command *command, FILE *out);

#endif

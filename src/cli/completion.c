#include <string.h>

#include "cli/command.h"
#include "cli/man.h"

static void put_choices(FILE *out, const struct command *command)
{
	for (size_t i = 0; i < command->option_count; i++) {
		const struct option_spec *spec = &command->options[i];
		if (!spec->choices)
			continue;
		fprintf(out, "\t%s:--%s) words='", command->name, spec->name);
		for (const char *c = spec->choices; *c; c++)
			fputc(*c == '|' ? ' ' : *c, out);
		fputs("' ;;\n", out);
	}
}

static void put_options(FILE *out, const struct command *command)
{
	fprintf(out, "\t\t%s) words='--help", command->name);
	for (size_t i = 0; i < command->option_count; i++)
		fprintf(out, " --%s", command->options[i].name);
	fputs("' ;;\n", out);
}

void completion_bash(FILE *out)
{
	fputs("# bash completion for " PROGRAM "\n"
	      "_" PROGRAM "() {\n"
	      "\tlocal now=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
	      "\tCOMPREPLY=()\n"
	      "\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n\t\twords='--help --version",
		out);
	for (size_t i = 0; i < command_count; i++)
		fprintf(out, " %s", commands[i]->name);
	fputs("'\n\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$now\")\n\t\treturn\n\tfi\n"
	      "\tcase ${COMP_WORDS[1]}:$before in\n",
		out);
	for (size_t i = 0; i < command_count; i++)
		put_choices(out, commands[i]);
	fputs("\tesac\n\tif [ -z \"$words\" ] && [ \"${now#-}\" != \"$now\" ]; then\n\t\tcase ${COMP_WORDS[1]} in\n", out);
	for (size_t i = 0; i < command_count; i++)
		put_options(out, commands[i]);
	fputs("\t\tesac\n\tfi\n"
	      "\t[ -z \"$words\" ] || mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$now\")\n"
	      "}\n"
	      "complete -o default -F _" PROGRAM " " PROGRAM "\n",
		out);
}

#include "cli/man.h"

#include "cli/command.h"
#include "cli/session.h"

/* Text as roff: hyphens that can be typed, no line that looks like a request. Newlines begin paragraphs. */
static void put(FILE *out, const char *text)
{
	bool starts = true;
	for (; *text; text++) {
		if (*text == '\n') {
			if (text[1])
				fputs("\n.PP\n", out);
			while (text[1] == '\n')
				text++;
			starts = true;
			continue;
		}
		if (starts && (*text == '.' || *text == '\''))
			fputs("\\&", out);
		starts = false;
		if (*text == '\\')
			fputs("\\e", out);
		else if (*text == '-')
			fputs("\\-", out);
		else
			fputc(*text, out);
	}
}

static void put_line(FILE *out, const char *text)
{
	put(out, text);
	fputc('\n', out);
}

static void put_option(FILE *out, const struct option_spec *spec)
{
	fputs(".TP\n", out);
	if (spec->letter)
		fprintf(out, "\\fB\\-%c\\fR, ", spec->letter);
	fputs("\\fB", out);
	put(out, "--");
	put(out, spec->name);
	fputs("\\fR", out);
	if (spec->value) {
		fputs(" \\fI", out);
		put(out, spec->value);
		fputs("\\fR", out);
	}
	fputc('\n', out);
	put_line(out, spec->help);
}

static void put_list(FILE *out, const struct command *command)
{
	const char *name, *what;
	fputs(".PP\n", out);
	put(out, command->list_title);
	fputs(":\n", out);
	for (size_t i = 0; command->list(i, &name, &what); i++) {
		fprintf(out, ".TP\n\\fB%s\\fR\n", name);
		put_line(out, what);
	}
}

static void put_command(FILE *out, const struct command *command)
{
	fprintf(out, ".SS \"" PROGRAM " %s [options]%s%s\"\n", command->name, *command->operands ? " " : "", command->operands);
	put(out, command->summary);
	fputs(".\n", out);
	if (command->details) {
		fputs(".PP\n", out);
		put_line(out, command->details);
	}
	for (size_t i = 0; i < command->option_count; i++)
		put_option(out, &command->options[i]);
	if (command->list)
		put_list(out, command);
}

static void put_examples(FILE *out)
{
	fputs(".SH EXAMPLES\n", out);
	for (size_t i = 0; i < command_count; i++) {
		for (size_t n = 0; n < commands[i]->example_count; n++) {
			fputs(".TP\n\\fB" PROGRAM " ", out);
			put(out, commands[i]->examples[n].line);
			fputs("\\fR\n", out);
			put_line(out, commands[i]->examples[n].what);
		}
	}
}

void man_page(FILE *out)
{
	fputs(".TH WIREAUDIT 1 \"\" \"" PROGRAM " " WA_VERSION "\" \"User Commands\"\n"
	      ".SH NAME\n" PROGRAM " \\- find who is credited for what in news copy, and which claims nobody stands behind\n"
	      ".SH SYNOPSIS\n.B " PROGRAM "\n\\fICOMMAND\\fR [\\fIoptions\\fR] ...\n"
	      ".SH DESCRIPTION\n",
		out);
	put_line(out, "wireaudit reads news copy in English (plain text, web pages, wire formats, feeds, mail, office documents), "
		      "finds paragraph by paragraph who is credited "
		      "for what, records it in a database, and says which claims (tolls, damage, troops, weapons, territory, "
		      "blame, crimes, quotations) nobody stands behind.\n"
		      "Every command takes --help. A file called \"-\" is standard input.");
	fputs(".SH COMMANDS\n", out);
	for (size_t i = 0; i < command_count; i++)
		put_command(out, commands[i]);
	put_examples(out);
	fputs(".SH \"EXIT STATUS\"\n"
	      ".TP\n0\nClean.\n"
	      ".TP\n1\nFindings at or above the level that fails, however many.\n"
	      ".TP\n2\nTrouble: wrong usage, or any input that could not be read, audited or written. It wins over findings, and "
	      "the other inputs are done all the same.\n"
	      ".SH FILES\n"
	      ".TP\n\\fI" CONFIG_NAME "\\fR\nThe configuration; see \\fBconfig show\\fR.\n"
	      ".SH ENVIRONMENT\n"
	      ".TP\n\\fBNO_COLOR\\fR\nWhen set and not empty, output is not coloured unless \\fB\\-\\-color always\\fR is given.\n",
		out);
}

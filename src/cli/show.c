#include "cli/show.h"

#include <unistd.h>

#include "cli/command.h"
#include "cli/terminal.h"
#include "cli/trouble.h"
#include "cli/wrap.h"

struct wa_sink *show_open(void)
{
	struct wa_error error = {0};
	struct wa_sink *sink;
	if (wa_sink_open("-", &sink, &error) != WA_OK)
		trouble_error(&error);
	return sink;
}

int show_close(struct wa_sink *sink)
{
	struct wa_error error = {0};
	if (!sink)
		return EXIT_TROUBLE;
	if (wa_sink_close(sink, &error) == WA_OK)
		return EXIT_CLEAN;
	trouble_error(&error);
	return EXIT_TROUBLE;
}

void show_copy(struct wa_str text)
{
	struct wa_sink *sink = wa_sink_memory();
	if (!sink)
		return;
	wa_sink_write_clean(sink, text);
	printf("%.*s", (int)wa_sink_text(sink).len, wa_sink_text(sink).ptr);
	wa_sink_abandon(sink);
}

void show_section(const char *title, const char *text)
{
	unsigned width = terminal_width(STDOUT_FILENO);
	if (!text || !*text)
		return;
	printf("\n%s\n  ", title);
	wrap(stdout, width && width < WRAP_WIDTH ? width : WRAP_WIDTH, text, 2, 2);
}

size_t show_examples(const char *title, const char *const *examples, size_t most)
{
	size_t left_out = 0;
	unsigned width = terminal_width(STDOUT_FILENO);
	printf("\n%s\n", title);
	for (; *examples && most; examples++, most--) {
		fputs("  - ", stdout);
		wrap(stdout, width && width < WRAP_WIDTH ? width : WRAP_WIDTH, *examples, 4, 4);
	}
	for (; *examples; examples++)
		left_out++;
	return left_out;
}

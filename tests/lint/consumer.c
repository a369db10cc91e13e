/* What a user of the library writes: consumer.sh builds this against the installed files. */
#include <stdio.h>
#include <string.h>

#include <wireaudit/engine.h>

int main(void)
{
	static const char text[] = "Blast in Orvost\n\nThree people were killed, police said.\n";
	struct wa_engine *engine = NULL;
	struct wa_result *result = NULL;
	struct wa_error error = {0};
	struct wa_options options = {0};
	struct wa_input input = {.uri = "a.txt", .bytes = text, .size = strlen(text)};
	size_t count = 0;
	enum wa_status status = wa_engine_open(&options, &engine, &error);

	if (!status)
		status = wa_audit(engine, &input, &result, &error);
	if (!status)
		wa_result_paragraphs(result, &count);
	wa_result_free(result);
	wa_engine_close(engine);
	printf("%s: %zu paragraphs\n", wa_version(), count);
	return status || count == 0;
}

/* What wireaudit knows, as JSON: rules, agencies, settings in force. */
#include "json_out.h"

/* "a|b|c" as an array of texts. */
static void write_list(struct jout *j, const char *list, const char *separator)
{
	jout_open(j, '[');
	while (list && *list) {
		size_t n = strcspn(list, separator);
		jout_string(j, (struct wa_str){list, n});
		list += n + (list[n] != '\0');
	}
	jout_close(j, ']');
}

#define WRITE_TEXT(j, row, key)           \
	do {                              \
		jout_key(j, #key);        \
		jout_text(j, (row)->key); \
	} while (0)

static void write_examples(struct jout *j, const char *const *examples)
{
	jout_open(j, '[');
	for (; *examples; examples++)
		jout_text(j, *examples);
	jout_close(j, ']');
}

static void write_rule(struct jout *j, const struct wa_rule *rule)
{
	jout_open(j, '{');
	WRITE_TEXT(j, rule, code);
	WRITE_TEXT(j, rule, name);
	WRITE_TEXT(j, rule, family);
	jout_key(j, "level");
	jout_text(j, wa_level_name(rule->level));
	WRITE_TEXT(j, rule, summary);
	WRITE_TEXT(j, rule, why);
	WRITE_TEXT(j, rule, mend);
	WRITE_TEXT(j, rule, source);
	jout_key(j, "good");
	write_examples(j, rule->good);
	jout_key(j, "bad");
	write_examples(j, rule->bad);
	jout_close(j, '}');
}

static void write_agency(struct jout *j, const struct wa_agency *agency)
{
	jout_open(j, '{');
	WRITE_TEXT(j, agency, id);
	WRITE_TEXT(j, agency, name);
	jout_key(j, "aliases");
	write_list(j, agency->aliases, "|");
	WRITE_TEXT(j, agency, country);
	jout_key(j, "languages");
	write_list(j, agency->languages, ",");
	WRITE_TEXT(j, agency, type);
	WRITE_TEXT(j, agency, note);
	jout_close(j, '}');
}

static void write_setting(struct jout *j, const struct wa_setting *setting)
{
	jout_open(j, '{');
	WRITE_TEXT(j, setting, key);
	WRITE_TEXT(j, setting, value);
	WRITE_TEXT(j, setting, origin);
	jout_close(j, '}');
}

/* An array, one row a line. */
#define ARRAY(name, row_type, writer)                                       \
	void name(const row_type *rows, size_t count, struct wa_sink *sink) \
	{                                                                   \
		struct jout j = jout_on(sink);                              \
		sink_char(sink, '[');                                       \
		for (size_t i = 0; i < count; i++) {                        \
			sink_text(sink, i ? ",\n" : "\n");                  \
			j.comma = false;                                    \
			writer(&j, &rows[i]);                               \
		}                                                           \
		sink_text(sink, count ? "\n]\n" : "]\n");                   \
	}
ARRAY(wa_rules_json, struct wa_rule, write_rule)
ARRAY(wa_agencies_json, struct wa_agency, write_agency)
ARRAY(wa_settings_json, struct wa_setting, write_setting)

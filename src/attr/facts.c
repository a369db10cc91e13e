#include "attr/facts.h"

#include <stdlib.h>

#include "attr/attr.h"

struct attr_facts *attr_facts_make(const struct lexicon *lex)
{
	struct attr_facts *facts = calloc(1, sizeof *facts + lex->set_count * sizeof *facts->of_set);
	if (!facts)
		return NULL;
	facts_find_triggers(facts);
	for (uint32_t i = 0; i < lex->set_count; i++) {
		fact_of_senses(&lex->sets[i], &facts->of_set[i]);
		fact_of_triggers(facts, &lex->sets[i], &facts->of_set[i]);
	}
	return facts;
}

void attr_facts_free(struct attr_facts *facts)
{
	free(facts);
}

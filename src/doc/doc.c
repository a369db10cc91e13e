#include "doc/doc.h"

void doc_init(struct doc *doc)
{
	*doc = (struct doc){0};
	arena_init(&doc->arena);
}

void doc_release(struct doc *doc)
{
	vec_release(&doc->text);
	vec_release(&doc->paras);
	vec_release(&doc->runs);
	vec_release(&doc->directives);
	arena_release(&doc->arena);
}

bool doc_failed(const struct doc *doc)
{
	return doc->text.failed || doc->paras.failed || doc->runs.failed || doc->directives.failed || arena_failed(&doc->arena);
}

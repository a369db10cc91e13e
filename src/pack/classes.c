#include "pack/lexicon.h"

#include <string.h>

#include "wireaudit/types.h"

static const char *const names[] = {
#define CLASS(id, name) [CLASS_##id] = (name),
#include "pack/classes.def"
#undef CLASS
};

int lex_class_from_name(const char *name)
{
	for (int i = 0; i < CLASS_COUNT; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

const char *lex_class_name(enum lex_class class)
{
	return (unsigned)class < CLASS_COUNT ? names[class] : "";
}

const char *wa_cue_class_name(unsigned bit)
{
	return bit <= CLASS_CUE_PASSIVE - CLASS_CUE ? names[CLASS_CUE + bit] : NULL;
}

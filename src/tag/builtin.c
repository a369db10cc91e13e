#include "tag/builtin.h"

#include "tag/model.h"

enum wa_status model_builtin(struct tag_model *model, struct wa_error *error)
{
	return model_open(tag_builtin_bytes, (size_t)(tag_builtin_end - tag_builtin_bytes), "built-in model", model, error);
}

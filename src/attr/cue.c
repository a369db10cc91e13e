#include "attr/attr.h"

bool cue_paragraph(struct attr *attr)
{
	return !attr->attributions.failed;
}

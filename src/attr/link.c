#include "attr/attr.h"

bool link_paragraph(struct attr *attr)
{
	return !attr->claims.failed;
}

bool link_document(struct attr *attr)
{
	return !attr->claims.failed;
}

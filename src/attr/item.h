/* Items: the stories of a live page, each under a headline of its own. */
#ifndef ATTR_ITEM_H
#define ATTR_ITEM_H

#include "attr/attr.h"

/* Does the subhead being read (attr.seg) tell a story of its own, rather than head a section of one? */
bool item_opens(const struct attr *attr);

#endif

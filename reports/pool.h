/* Memory of one piece of output: everything taken from a pool is freed at once. Failure is sticky and told by pool_failed(). */
#ifndef REPORTS_POOL_H
#define REPORTS_POOL_H

#include "wireaudit/types.h"

struct pool {
	struct pool_block *last;
	bool failed;
};

/* `size` zeroed bytes, aligned for anything; NULL when memory ran out. */
void *pool_alloc(struct pool *pool, size_t size);
/* A copy of at most about `cells` columns of the text, an ellipsis at the end where more was there. */
struct wa_str pool_text(struct pool *pool, struct wa_str text, unsigned cells);
/* A copy as it is; the text of NULL and of no bytes is empty. */
struct wa_str pool_copy(struct pool *pool, struct wa_str text);
bool pool_failed(const struct pool *pool);
void pool_release(struct pool *pool);

#endif

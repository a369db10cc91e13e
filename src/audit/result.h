/* What an audit of one document yields; all of it lives as long as the result. */
#ifndef AUDIT_RESULT_H
#define AUDIT_RESULT_H

#include "base/arena.h"
#include "doc/place.h"
#include "wireaudit/engine.h"

struct wa_result {
	struct arena arena; /* rows and their texts */
	struct doc doc;     /* paragraphs' text and the runs back to the source */
	struct wa_document document;
	struct wa_paragraph *paragraphs;
	struct wa_mention *mentions;
	struct wa_attribution *attributions;
	struct wa_claim *claims;
	struct wa_finding *findings;
	struct place_walk *walk; /* where the last place asked for stands: grows while the rows stay as they are */
	size_t paragraph_count, mention_count, attribution_count, claim_count, finding_count;
};

#endif

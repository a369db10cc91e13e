/* What the audit needs of an engine. */
#ifndef AUDIT_ENGINE_H
#define AUDIT_ENGINE_H

#include "attr/attr.h"
#include "pack/packs.h"
#include "tag/model.h"
#include "wireaudit/engine.h"

const struct packs *engine_packs(const struct wa_engine *engine);
/* The tagger's model; NULL when only rules are asked for. */
const struct tag_model *engine_model(const struct wa_engine *engine);
/* What the words of the packs are to attr and to lint. */
const struct attr_facts *engine_facts(const struct wa_engine *engine);
const uint32_t *engine_watched(const struct wa_engine *engine);

#endif

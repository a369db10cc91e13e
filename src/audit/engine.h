/* What the audit needs of an engine. */
#ifndef AUDIT_ENGINE_H
#define AUDIT_ENGINE_H

#include "pack/packs.h"
#include "wireaudit/engine.h"

const struct packs *engine_packs(const struct wa_engine *engine);

#endif

/* The engine of a command, with the configuration that holds for its inputs. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "cli/inputs.h"
#include "cli/options.h"
#include "wireaudit/engine.h"

#define CONFIG_NAME "wireaudit.yaml"

struct session {
	struct wa_engine *engine;
	char *config; /* path of the configuration; NULL when there is none */
	char *above;  /* the folder from which the nearest configuration was looked for; NULL when it was not */
};

/*
 * Opens the engine. Without --config and --no-config the configuration is the nearest wireaudit.yaml upward from
 * the folder that holds all of `paths` (files and folders; "-" stands for none), or from the working folder when there
 * are none: one run has one configuration, whatever the order of its inputs. Failures are told on standard error.
 */
bool session_open(struct session *session, const struct common *common, char *const *paths, size_t count);
/* The same for inputs of which one may be standard input, called `standard_name` (NULL for no name). */
bool session_open_for(struct session *session, const struct common *common, const struct inputs *inputs, const char *standard_name);
/* The value of a setting in force ("fail-level"); NULL when there is none of that name. */
const char *session_setting(const struct session *session, const char *key);
void session_close(struct session *session);

#endif

/* Status codes and the error record every fallible call of libwireaudit uses. */
#ifndef WIREAUDIT_STATUS_H
#define WIREAUDIT_STATUS_H

#ifdef __cplusplus
extern "C" {
#endif

#define WA_API __attribute__((visibility("default")))

/* What became of a call. Findings in copy are never errors: a text full of them audits to WA_OK. */
enum wa_status {
	WA_OK,
	WA_ERR_USAGE,    /* the caller's arguments make no sense together */
	WA_ERR_NOMEM,    /* memory ran out; nothing is left half done */
	WA_ERR_IO,       /* a file or stream could not be opened, read or written */
	WA_ERR_FORMAT,   /* input bytes are not what their format asks for */
	WA_ERR_LIMIT,    /* input is beyond a limit named in base/limits.h */
	WA_ERR_CONFIG,   /* a pack or configuration file holds a mistake */
	WA_ERR_STORE,    /* the database is damaged, foreign, too new or full */
	WA_ERR_BUSY,     /* the database stayed locked by another program */
	WA_ERR_INTERNAL, /* a bug of ours, reported rather than asserted */
};

/*
 * Where and why a call failed. Functions take a `struct wa_error *` last (NULL is allowed), fill it
 * when they fail and leave it untouched when they succeed. Owned by the caller, needs no release.
 */
struct wa_error {
	enum wa_status status;
	unsigned line;     /* 1-based line in `file`, 0 where no line applies */
	unsigned column;   /* 1-based column in code points, 0 where none applies */
	char file[512];    /* the file or database meant; empty where none applies */
	char message[768]; /* one sentence in plain words, without a full stop: what is wrong and what was expected */
};

/* The lasting name of a status ("io", "format" ...). Static storage. */
WA_API const char *wa_status_name(enum wa_status status);

#ifdef __cplusplus
}
#endif
#endif

-- The record: document (URI) > version (content) > analysis (engine) > rows. Times are UTC, "YYYY-MM-DDTHH:MM:SSZ";
-- days are "YYYY-MM-DD". Enumerations are stored as their lasting names (wireaudit/types.h). Spans are
-- [start, end) in UTF-8 bytes of the paragraph's text.

CREATE TABLE run (
	id INTEGER PRIMARY KEY,
	started TEXT NOT NULL,
	finished TEXT, -- NULL while it runs and when it was cut off
	program TEXT NOT NULL,
	fingerprint TEXT NOT NULL,
	seen INTEGER NOT NULL DEFAULT 0,
	analysed INTEGER NOT NULL DEFAULT 0,
	unchanged INTEGER NOT NULL DEFAULT 0,
	not_audited INTEGER NOT NULL DEFAULT 0,
	gone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE document (
	id INTEGER PRIMARY KEY,
	uri TEXT NOT NULL UNIQUE,
	first_seen TEXT NOT NULL,
	deleted TEXT, -- when its file was found gone
	analysis INTEGER, -- the current one
	date TEXT NOT NULL -- of the current analysis, here for the order of reading
) STRICT;
CREATE UNIQUE INDEX document_by_date ON document (date, uri);

CREATE TABLE version (
	id INTEGER PRIMARY KEY,
	document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
	hash TEXT NOT NULL, -- SHA-256 of the bytes; '' when they could not be read
	size INTEGER NOT NULL,
	first_seen TEXT NOT NULL,
	last_seen TEXT NOT NULL,
	last_run INTEGER NOT NULL,
	UNIQUE (document, hash)
) STRICT;

CREATE TABLE analysis (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
	fingerprint TEXT NOT NULL, -- of program, packs and configuration
	run INTEGER NOT NULL,
	analysed TEXT NOT NULL,
	date TEXT NOT NULL,
	dated TEXT NOT NULL, -- where date comes from: published, modified, first-seen
	desk TEXT,
	format TEXT,
	lang TEXT,
	title TEXT,
	byline TEXT,
	dateline TEXT,
	provider TEXT,
	section TEXT,
	published TEXT,
	modified TEXT,
	skip TEXT NOT NULL, -- why it was not audited; none when it was
	skip_detail TEXT,
	items INTEGER NOT NULL,
	-- how many rows it has; findings by level without the suppressed ones
	paragraphs INTEGER NOT NULL,
	mentions INTEGER NOT NULL,
	attributions INTEGER NOT NULL,
	claims INTEGER NOT NULL,
	grave INTEGER NOT NULL,
	flagged INTEGER NOT NULL, -- grave claims with verdict flag
	errors INTEGER NOT NULL,
	warnings INTEGER NOT NULL,
	notes INTEGER NOT NULL,
	suppressed INTEGER NOT NULL,
	UNIQUE (version, fingerprint)
) STRICT;

CREATE TABLE paragraph (
	id INTEGER PRIMARY KEY,
	analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
	para INTEGER NOT NULL, -- from 1; 0 is the headline
	item INTEGER NOT NULL,
	kind TEXT NOT NULL,
	text TEXT NOT NULL,
	src_start INTEGER NOT NULL, -- [start, end) in bytes of the file
	src_end INTEGER NOT NULL,
	UNIQUE (analysis, para)
) STRICT;

CREATE TABLE mention (
	analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
	mention INTEGER NOT NULL,
	para INTEGER NOT NULL,
	item INTEGER NOT NULL,
	span_start INTEGER NOT NULL,
	span_end INTEGER NOT NULL,
	agency TEXT NOT NULL,
	role TEXT NOT NULL,
	PRIMARY KEY (analysis, mention)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution (
	analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
	attribution INTEGER NOT NULL,
	para INTEGER NOT NULL, -- of the cue
	item INTEGER NOT NULL,
	cue_start INTEGER NOT NULL,
	cue_end INTEGER NOT NULL,
	source_para INTEGER,
	source_start INTEGER NOT NULL,
	source_end INTEGER NOT NULL,
	kind TEXT NOT NULL,
	mode TEXT NOT NULL,
	agency TEXT,
	resolved TEXT, -- the name a pronoun or short form stands for
	why TEXT, -- the construction that found it
	PRIMARY KEY (analysis, attribution)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution_content (
	analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
	attribution INTEGER NOT NULL,
	part INTEGER NOT NULL,
	para INTEGER NOT NULL,
	span_start INTEGER NOT NULL,
	span_end INTEGER NOT NULL,
	PRIMARY KEY (analysis, attribution, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
	analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
	claim INTEGER NOT NULL,
	para INTEGER NOT NULL,
	item INTEGER NOT NULL,
	span_start INTEGER NOT NULL,
	span_end INTEGER NOT NULL,
	type TEXT NOT NULL,
	grave INTEGER NOT NULL,
	low REAL,
	high REAL,
	state TEXT NOT NULL,
	verdict TEXT NOT NULL,
	reason TEXT NOT NULL,
	nearest INTEGER, -- the attribution that stands nearest without answering
	PRIMARY KEY (analysis, claim)
) STRICT, WITHOUT ROWID;

-- Which attributions answer for a claim, the nearest first.
CREATE TABLE claim_attribution (
	analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
	claim INTEGER NOT NULL,
	place INTEGER NOT NULL,
	attribution INTEGER NOT NULL,
	PRIMARY KEY (analysis, claim, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
	analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
	finding INTEGER NOT NULL,
	para INTEGER, -- NULL for a finding about a whole item
	item INTEGER NOT NULL,
	span_start INTEGER NOT NULL,
	span_end INTEGER NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	level TEXT NOT NULL,
	message TEXT NOT NULL,
	mend TEXT,
	claim INTEGER,
	fingerprint TEXT NOT NULL, -- the same while the words stay
	suppressed INTEGER NOT NULL,
	suppression TEXT,
	PRIMARY KEY (analysis, finding)
) STRICT, WITHOUT ROWID;

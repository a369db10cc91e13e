-- A database of schema 1, as "sqlite3 FILE .dump" writes it, with the two marks it leaves out.
PRAGMA application_id = 2002875748;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO run VALUES(1,'2024-05-06T08:00:00Z','2024-05-06T08:00:01Z','0.1.0','0123456789abcdef',2,2,0,1,0);
CREATE TABLE document (
	id INTEGER PRIMARY KEY,
	uri TEXT NOT NULL UNIQUE,
	first_seen TEXT NOT NULL,
	deleted TEXT, -- when its file was found gone
	analysis INTEGER, -- the current one
	date TEXT NOT NULL -- of the current analysis, here for the order of reading
) STRICT;
INSERT INTO document VALUES(1,'stories/ferry.txt','2024-05-06T08:00:00Z',NULL,1,'2024-05-05');
INSERT INTO document VALUES(2,'stories/barco.txt','2024-05-06T08:00:00Z','2024-05-07T08:00:00Z',2,'2024-05-06');
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
INSERT INTO version VALUES(1,1,'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',80,'2024-05-06T08:00:00Z','2024-05-06T08:00:00Z',1);
INSERT INTO version VALUES(2,2,'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',0,'2024-05-06T08:00:00Z','2024-05-06T08:00:00Z',1);
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
INSERT INTO analysis VALUES(1,1,'0123456789abcdef',1,'2024-05-06T08:00:00Z','2024-05-05','published','world','text','en','Ferry sinks','Ana Ruiz',NULL,NULL,NULL,'2024-05-05',NULL,'none',NULL,1,2,1,1,1,1,1,1,0,0,0);
INSERT INTO analysis VALUES(2,2,'0123456789abcdef',1,'2024-05-06T08:00:00Z','2024-05-06','first-seen',NULL,'text','es',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'language','language is es, no pack for it',0,0,0,0,0,0,0,0,0,0,0);
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
INSERT INTO paragraph VALUES(1,1,0,1,'headline','Ferry sinks',0,11);
INSERT INTO paragraph VALUES(2,1,1,1,'body','Nine people died when the ferry sank, the harbour office told Reuters.',13,80);
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
INSERT INTO mention VALUES(1,0,1,1,62,69,'reuters','recipient');
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
INSERT INTO attribution VALUES(1,0,1,1,57,61,1,38,56,'organisation','speech',NULL,NULL,'subject-verb');
CREATE TABLE attribution_content (
	analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
	attribution INTEGER NOT NULL,
	part INTEGER NOT NULL,
	para INTEGER NOT NULL,
	span_start INTEGER NOT NULL,
	span_end INTEGER NOT NULL,
	PRIMARY KEY (analysis, attribution, part)
) STRICT, WITHOUT ROWID;
INSERT INTO attribution_content VALUES(1,0,0,1,0,36);
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
INSERT INTO claim VALUES(1,0,1,1,0,16,'deaths',1,9.0,NULL,'none','flag','none',0);
CREATE TABLE claim_attribution (
	analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
	claim INTEGER NOT NULL,
	place INTEGER NOT NULL,
	attribution INTEGER NOT NULL,
	PRIMARY KEY (analysis, claim, place)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_attribution VALUES(1,0,0,0);
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
INSERT INTO finding VALUES(1,0,1,1,0,16,'WA101','toll-unattributed','error','Nobody is named for this toll','Say who counts',0,'00000000000003e8',0,NULL);
CREATE UNIQUE INDEX document_by_date ON document (date, uri);
COMMIT;

-- What an editor has decided to let pass: findings by their fingerprints, which survive new analyses. Waivers are never
-- changed but to be withdrawn, so that who let what pass, when and why stays on record.
CREATE TABLE waiver (
	id INTEGER PRIMARY KEY,
	fingerprint TEXT NOT NULL, -- of the finding
	reason TEXT NOT NULL,
	author TEXT,
	until TEXT, -- the last day it holds; NULL for no end
	created TEXT NOT NULL,
	withdrawn TEXT -- when it was withdrawn, or replaced by another
) STRICT;
CREATE UNIQUE INDEX waiver_of_finding ON waiver (fingerprint) WHERE withdrawn IS NULL;
CREATE INDEX finding_by_fingerprint ON finding (fingerprint);

-- Waivers in force today, with the words that tell of them.
CREATE VIEW standing_waiver AS
SELECT *, 'waived' || coalesce(' by ' || author, '') || coalesce(' until ' || until, '') || ': ' || reason AS told
FROM waiver WHERE withdrawn IS NULL AND (until IS NULL OR until >= date('now'));

-- How many findings of an analysis are waived: to be taken off its counts, which know nothing of waivers.
CREATE VIEW waived AS
SELECT f.analysis, sum(f.level = 'error') AS errors, sum(f.level = 'warning') AS warnings, sum(f.level = 'note') AS notes,
	count(*) AS findings
FROM standing_waiver w CROSS JOIN finding f ON f.fingerprint = w.fingerprint
WHERE NOT f.suppressed GROUP BY f.analysis;

DROP VIEW current_finding;
CREATE VIEW current_finding AS
SELECT d.uri, d.date, a.desk, f.*,
	CAST(substr(CAST(p.text AS BLOB), f.span_start + 1, f.span_end - f.span_start) AS TEXT) AS words,
	w.told AS waiver -- NULL when it is not waived
FROM document d JOIN analysis a ON a.id = d.analysis JOIN finding f ON f.analysis = a.id
	LEFT JOIN paragraph p ON p.analysis = f.analysis AND p.para = f.para
	LEFT JOIN standing_waiver w ON w.fingerprint = f.fingerprint
WHERE d.deleted IS NULL;

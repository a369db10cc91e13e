-- What holds now, for people who ask by hand: the current analysis of every document whose file is there, with the
-- words that spans mean.
CREATE VIEW current_document AS
SELECT d.id AS document, d.uri, a.*, v.hash, v.size, d.first_seen, v.last_seen
FROM document d JOIN analysis a ON a.id = d.analysis JOIN version v ON v.id = a.version
WHERE d.deleted IS NULL;

CREATE VIEW current_paragraph AS
SELECT d.uri, d.date, a.desk, p.*
FROM document d JOIN analysis a ON a.id = d.analysis JOIN paragraph p ON p.analysis = a.id
WHERE d.deleted IS NULL;

CREATE VIEW current_mention AS
SELECT d.uri, d.date, a.desk, m.*,
	CAST(substr(CAST(p.text AS BLOB), m.span_start + 1, m.span_end - m.span_start) AS TEXT) AS words
FROM document d JOIN analysis a ON a.id = d.analysis JOIN mention m ON m.analysis = a.id
	LEFT JOIN paragraph p ON p.analysis = m.analysis AND p.para = m.para
WHERE d.deleted IS NULL;

CREATE VIEW current_attribution AS
SELECT d.uri, d.date, a.desk, t.*,
	CAST(substr(CAST(p.text AS BLOB), t.cue_start + 1, t.cue_end - t.cue_start) AS TEXT) AS cue,
	CAST(substr(CAST(s.text AS BLOB), t.source_start + 1, t.source_end - t.source_start) AS TEXT) AS source
FROM document d JOIN analysis a ON a.id = d.analysis JOIN attribution t ON t.analysis = a.id
	LEFT JOIN paragraph p ON p.analysis = t.analysis AND p.para = t.para
	LEFT JOIN paragraph s ON s.analysis = t.analysis AND s.para = t.source_para
WHERE d.deleted IS NULL;

CREATE VIEW current_claim AS
SELECT d.uri, d.date, a.desk, c.*,
	CAST(substr(CAST(p.text AS BLOB), c.span_start + 1, c.span_end - c.span_start) AS TEXT) AS words
FROM document d JOIN analysis a ON a.id = d.analysis JOIN claim c ON c.analysis = a.id
	LEFT JOIN paragraph p ON p.analysis = c.analysis AND p.para = c.para
WHERE d.deleted IS NULL;

CREATE VIEW current_finding AS
SELECT d.uri, d.date, a.desk, f.*,
	CAST(substr(CAST(p.text AS BLOB), f.span_start + 1, f.span_end - f.span_start) AS TEXT) AS words
FROM document d JOIN analysis a ON a.id = d.analysis JOIN finding f ON f.analysis = a.id
	LEFT JOIN paragraph p ON p.analysis = f.analysis AND p.para = f.para
WHERE d.deleted IS NULL;

-- What a source is called, the same for all mentions of it in an item, and how sure it is whom a pronoun or short form means.
ALTER TABLE attribution ADD COLUMN name TEXT;
ALTER TABLE attribution ADD COLUMN resolved_confidence INTEGER NOT NULL DEFAULT 0; -- per cent; 0 where resolved is NULL

DROP VIEW current_attribution;
CREATE VIEW current_attribution AS
SELECT d.uri, d.date, a.desk, t.*,
	CAST(substr(CAST(p.text AS BLOB), t.cue_start + 1, t.cue_end - t.cue_start) AS TEXT) AS cue,
	CAST(substr(CAST(s.text AS BLOB), t.source_start + 1, t.source_end - t.source_start) AS TEXT) AS source
FROM document d JOIN analysis a ON a.id = d.analysis JOIN attribution t ON t.analysis = a.id
	LEFT JOIN paragraph p ON p.analysis = t.analysis AND p.para = t.para
	LEFT JOIN paragraph s ON s.analysis = t.analysis AND s.para = t.source_para
WHERE d.deleted IS NULL;

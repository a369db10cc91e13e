-- What a claim counts, in which unit, where and when, as far as its sentence says.
ALTER TABLE claim ADD COLUMN unit TEXT; -- count, percent, points or a currency (ISO 4217); NULL where nothing is counted
-- [start, end) in the claim's paragraph; both 0 where the sentence does not say
ALTER TABLE claim ADD COLUMN what_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN what_end INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN where_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN where_end INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN when_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN when_end INTEGER NOT NULL DEFAULT 0;

DROP VIEW current_claim;
CREATE VIEW current_claim AS
SELECT d.uri, d.date, a.desk, c.*,
	CAST(substr(CAST(p.text AS BLOB), c.span_start + 1, c.span_end - c.span_start) AS TEXT) AS words,
	nullif(CAST(substr(CAST(p.text AS BLOB), c.what_start + 1, c.what_end - c.what_start) AS TEXT), '') AS counted,
	nullif(CAST(substr(CAST(p.text AS BLOB), c.where_start + 1, c.where_end - c.where_start) AS TEXT), '') AS place,
	nullif(CAST(substr(CAST(p.text AS BLOB), c.when_start + 1, c.when_end - c.when_start) AS TEXT), '') AS time
FROM document d JOIN analysis a ON a.id = d.analysis JOIN claim c ON c.analysis = a.id
	LEFT JOIN paragraph p ON p.analysis = c.analysis AND p.para = c.para
WHERE d.deleted IS NULL;

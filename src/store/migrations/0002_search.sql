-- Full-text search over paragraphs. The index refers to paragraph.text and holds no copy of it.
CREATE VIRTUAL TABLE paragraph_text USING fts5 (
	text, content = 'paragraph', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO paragraph_text (paragraph_text) VALUES ('rebuild');

-- Whoever adds paragraphs adds them here, too (src/store/record_rows.c tells why no trigger does).
CREATE TRIGGER paragraph_removed AFTER DELETE ON paragraph BEGIN
	INSERT INTO paragraph_text (paragraph_text, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER paragraph_changed AFTER UPDATE OF id, text ON paragraph BEGIN
	INSERT INTO paragraph_text (paragraph_text, rowid, text) VALUES ('delete', old.id, old.text);
	INSERT INTO paragraph_text (rowid, text) VALUES (new.id, new.text);
END;

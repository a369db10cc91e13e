-- How many documents the file holds of which this is one (items of a feed or package, named file#id); 0 for a file that is one
-- document. A file is as it was only when all of them are on record.
ALTER TABLE analysis ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;

-- The last day of the suppression that covers a finding in the copy; NULL for no end. When it is over the document is audited
-- anew by the next scan, though neither its content nor the program changed.
ALTER TABLE finding ADD COLUMN suppressed_until TEXT;

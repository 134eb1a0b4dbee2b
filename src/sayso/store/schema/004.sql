-- Schema 4. Metonyms: for whom a palace or a capital speaks.
ALTER TABLE entities ADD COLUMN stands_for TEXT;
ALTER TABLE actors ADD COLUMN stands_for TEXT;

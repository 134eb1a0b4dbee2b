-- Schema 7. When a document was printed to the minute, how sure its day is, and its printed pages.

-- "22:30", with its zone where that is told: "22:30Z", "22:30+05:30", "22:30 IST".
ALTER TABLE documents ADD COLUMN published_time TEXT;
-- agreed: several signs tell the same day; stated: one does; doubtful: they differ. NULL: no day.
ALTER TABLE documents ADD COLUMN published_certainty TEXT;

-- number: of the page, from 1. Kept, like furniture.
CREATE TABLE pages (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;

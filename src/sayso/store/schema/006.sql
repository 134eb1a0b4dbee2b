-- Schema 6. What came over the net, kept like originals: never changed, never rebuilt. Beside it
-- when each document came into the case, and the feeds that are watched.

CREATE TABLE exchanges (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,  -- made of all that follows but `asked`, which it seals
    asked TEXT NOT NULL,      -- the address at the beginning of the redirects
    url TEXT NOT NULL,
    at TEXT NOT NULL,         -- ISO time, UTC
    peer TEXT NOT NULL,       -- address and port that answered
    status INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES originals (sha256),  -- the body, as it was sent
    request TEXT NOT NULL,    -- the two heads, bytes as Latin-1
    response TEXT NOT NULL
);
CREATE INDEX exchanges_by_asked ON exchanges (asked, key);
CREATE INDEX exchanges_by_sha256 ON exchanges (sha256);

-- Which answer gave which document: a page that did not change gives the same again.
CREATE TABLE visits (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    exchange INTEGER NOT NULL REFERENCES exchanges (key) ON DELETE CASCADE,
    PRIMARY KEY (document, exchange)
) WITHOUT ROWID;
CREATE INDEX visits_by_exchange ON visits (exchange);

-- A document without a row came before this schema.
CREATE TABLE arrivals (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    at TEXT NOT NULL  -- ISO time, UTC
) WITHOUT ROWID;

CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    at TEXT NOT NULL  -- since when it is watched: ISO time, UTC
) WITHOUT ROWID;

CREATE TRIGGER exchanges_stay BEFORE UPDATE ON exchanges
BEGIN SELECT RAISE(ABORT, 'exchanges are never changed'); END;

-- Schema 9. What the linker keeps of each claim, so that adding one document touches only what it
-- may be tied to. All of it is derived from claims and claimers, and thrown away with them.

-- Who linked the claims, and how many claims may hold a key before it is dead.
DROP TABLE linkings;
CREATE TABLE linkings (
    maker INTEGER PRIMARY KEY REFERENCES makers (key),
    crowd INTEGER NOT NULL
);

-- who, refers: what the ties of a claim rest on besides its words: who is taken to say it (a
-- fingerprint), and which claims of its document it speaks of (ids, JSON). gist: what is read out
-- of its words (JSON). vector: of its meaning. tied: 0 while it has to be compared with those that
-- are.
DROP TABLE linked;
CREATE TABLE linked (
    claim INTEGER PRIMARY KEY REFERENCES claims (key) ON DELETE CASCADE,
    who TEXT NOT NULL,
    refers TEXT NOT NULL,
    gist TEXT NOT NULL,
    vector BLOB NOT NULL,
    tied INTEGER NOT NULL
);
CREATE INDEX linked_untied ON linked (claim) WHERE tied = 0;

-- Under which keys a claim is looked up, see link/candidates.py.
CREATE TABLE link_keys (
    key INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claims (key) ON DELETE CASCADE,
    PRIMARY KEY (key, claim)
) WITHOUT ROWID;
CREATE INDEX link_keys_by_claim ON link_keys (claim);

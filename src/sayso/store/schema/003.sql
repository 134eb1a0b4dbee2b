-- Schema 3. Which claims are linked, and the ties that people decided on.

-- Who linked the claims. Without a row they all have to be linked anew.
CREATE TABLE linkings (
    maker INTEGER PRIMARY KEY REFERENCES makers (key)
);

-- What the ties of a claim rested on when it was linked: where this has changed, it is linked anew.
CREATE TABLE linked (
    claim TEXT PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
    state TEXT NOT NULL
) WITHOUT ROWID;

-- Kept, like decisions: a tie that somebody decided on, so that a confirmed one outlives a rebuild.
CREATE TABLE decided_relations (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    left_claim TEXT NOT NULL,
    right_claim TEXT NOT NULL
) WITHOUT ROWID;

-- Schema 8. What the desk needs: people's words that can be taken back, corrections, remarks; one
-- flat row for each claim, so that a table of many claims answers at once.

-- Goes up with every change: what was worked out from an earlier state is known to be old.
CREATE TABLE state (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL
);
INSERT INTO state VALUES (1, 1);

-- Kept --------------------------------------------------------------------------------------------

-- The decisions of schema 1, with one more verdict: an undo is a new row, too. The latest by time
-- counts, and of one second the last: those that come from another copy of the case fall in place.
CREATE TABLE decisions_before AS SELECT * FROM decisions;
DROP TABLE decisions;
CREATE TABLE decisions (
    key INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected', 'unsure', 'withdrawn')),
    who TEXT NOT NULL,
    at TEXT NOT NULL,  -- ISO time
    note TEXT NOT NULL
);
INSERT INTO decisions SELECT key, subject, verdict, who, at, note FROM decisions_before;
DROP TABLE decisions_before;
CREATE INDEX decisions_by_subject ON decisions (subject, at, key);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;

DROP VIEW latest_decisions;
CREATE VIEW latest_decisions AS
SELECT subject, verdict, who, at, note FROM decisions AS one
WHERE verdict <> 'withdrawn' AND NOT EXISTS (
    SELECT 1 FROM decisions AS other
    WHERE other.subject = one.subject AND (other.at, other.key) > (one.at, one.key));

-- What a person says a claim should be. subject: the id of the claim as it was found, or as it was
-- first written where nothing was found; of each subject the latest counts.
CREATE TABLE corrections (
    key INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    document TEXT NOT NULL,
    made TEXT,   -- id of the claim as it should be; NULL: the correction is taken back
    claim TEXT,  -- JSON, the whole claim
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX corrections_by_document ON corrections (document, subject, at, key);
CREATE INDEX corrections_by_subject ON corrections (subject, at, key);
CREATE TRIGGER corrections_stay BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are only added'); END;
CREATE TRIGGER corrections_remain BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'corrections are only added'); END;

-- Bookmarks and notes, on anything that has an id; of each subject, kind and person the latest
-- counts, and an empty text takes it back.
CREATE TABLE remarks (
    key INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('bookmark', 'note')),
    text TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX remarks_by_subject ON remarks (subject, kind, who, at, key);
CREATE TRIGGER remarks_stay BEFORE UPDATE ON remarks
BEGIN SELECT RAISE(ABORT, 'remarks are only added'); END;
CREATE TRIGGER remarks_remain BEFORE DELETE ON remarks
BEGIN SELECT RAISE(ABORT, 'remarks are only added'); END;

CREATE VIEW latest_remarks AS
SELECT subject, kind, text, who, at FROM remarks AS one
WHERE text <> '' AND NOT EXISTS (
    SELECT 1 FROM remarks AS other
    WHERE other.subject = one.subject AND other.kind = one.kind AND other.who = one.who
        AND (other.at, other.key) > (one.at, one.key));

CREATE INDEX arrivals_by_time ON arrivals (at);

-- Findings ----------------------------------------------------------------------------------------

-- What the analysis found and a correction has replaced: it comes back when that is taken back.
CREATE TABLE overruled (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,  -- of the correction
    claim TEXT NOT NULL,    -- JSON
    maker INTEGER NOT NULL REFERENCES makers (key)
) WITHOUT ROWID;
CREATE INDEX overruled_by_document ON overruled (document);

-- One row a claim, beside what its document and claimer are; kept in step by triggers. Columns that
-- claims and documents have bear the same names, so that the same conditions hold for both.
CREATE TABLE ledger (
    key INTEGER PRIMARY KEY REFERENCES claims (key) ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    position INTEGER NOT NULL,
    claimer INTEGER NOT NULL,
    actor INTEGER,      -- NULL: nobody that could be identified
    affiliation TEXT,
    outlet TEXT,
    published TEXT,
    quotation TEXT NOT NULL,
    cue_class TEXT NOT NULL,
    score REAL NOT NULL,
    checked TEXT        -- the latest verdict on the claim, else 'corrected' or NULL
);
CREATE INDEX ledger_by_date ON ledger (ifnull(published, '9'), document, position, id);
CREATE INDEX ledger_by_score ON ledger (score, id);
CREATE INDEX ledger_by_actor ON ledger (actor, published);
CREATE INDEX ledger_by_claimer ON ledger (claimer);
CREATE INDEX ledger_by_document ON ledger (document, position);
CREATE INDEX relations_by_score ON relations (score, id);
CREATE INDEX relations_by_kind ON relations (kind, score DESC, id);

CREATE TRIGGER ledger_in AFTER INSERT ON claims BEGIN
    INSERT INTO ledger
    SELECT new.key, new.id, new.document, new.position, new.claimer, actors.key,
        CASE WHEN actors.key IS NULL THEN entities.affiliation ELSE actors.affiliation END,
        documents.outlet, documents.published, new.quotation, new.cue_class, new.score,
        coalesce((SELECT nullif(verdict, 'withdrawn') FROM decisions WHERE subject = new.id
            ORDER BY at DESC, key DESC LIMIT 1),
            CASE WHEN makers.name = 'person' THEN 'corrected' END)
    FROM documents
    JOIN entities ON entities.key = new.claimer
    JOIN makers ON makers.key = new.maker
    LEFT JOIN actor_members ON actor_members.entity = new.claimer
    LEFT JOIN actors ON actors.key = actor_members.actor
    WHERE documents.id = new.document;
END;
CREATE TRIGGER ledger_joined AFTER INSERT ON actor_members BEGIN
    UPDATE ledger SET actor = new.actor,
        affiliation = (SELECT affiliation FROM actors WHERE key = new.actor)
    WHERE claimer = new.entity;
END;
CREATE TRIGGER ledger_parted AFTER DELETE ON actor_members BEGIN
    UPDATE ledger SET actor = NULL,
        affiliation = (SELECT affiliation FROM entities WHERE key = old.entity)
    WHERE claimer = old.entity;
END;
CREATE TRIGGER ledger_decided AFTER INSERT ON decisions BEGIN
    UPDATE ledger SET checked = coalesce((
        SELECT nullif(verdict, 'withdrawn') FROM decisions WHERE subject = new.subject
        ORDER BY at DESC, key DESC LIMIT 1),
        (SELECT 'corrected' FROM claims JOIN makers ON makers.key = claims.maker
        WHERE claims.key = ledger.key AND makers.name = 'person'))
    WHERE id = new.subject;
END;
INSERT INTO ledger
SELECT claims.key, claims.id, claims.document, claims.position, claims.claimer, actors.key,
    CASE WHEN actors.key IS NULL THEN entities.affiliation ELSE actors.affiliation END,
    documents.outlet, documents.published, claims.quotation, claims.cue_class, claims.score,
    (SELECT verdict FROM latest_decisions WHERE subject = claims.id)
FROM claims
JOIN documents ON documents.id = claims.document
JOIN entities ON entities.key = claims.claimer
LEFT JOIN actor_members ON actor_members.entity = claims.claimer
LEFT JOIN actors ON actors.key = actor_members.actor;

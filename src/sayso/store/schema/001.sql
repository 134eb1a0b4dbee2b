-- Schema 1. Three layers with different rights:
--   kept      originals, documents, decisions: written once, never changed, never rebuilt
--   findings  mentions, entities, claims, relations: thrown away and rebuilt at any time
--   trace     makers, runs, analyses, problems: who did what, and what went wrong
-- Offsets are half-open and count characters (code points) of documents.text.

-- Trace -------------------------------------------------------------------------------------------

CREATE TABLE makers (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    settings TEXT NOT NULL,  -- JSON
    UNIQUE (name, version, settings)
);

CREATE TABLE runs (
    key INTEGER PRIMARY KEY,
    maker INTEGER NOT NULL REFERENCES makers (key),
    started TEXT NOT NULL,  -- ISO time, UTC
    finished TEXT,          -- NULL: under way, or killed
    inputs TEXT NOT NULL    -- JSON list
);

-- Kept --------------------------------------------------------------------------------------------

CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,  -- bytes, before packing
    packed BLOB NOT NULL    -- zlib
);

CREATE TABLE documents (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL REFERENCES originals (sha256),
    language TEXT NOT NULL,
    outlet TEXT,
    title TEXT,
    title_start INTEGER,
    title_end INTEGER,
    byline TEXT,
    repost_of TEXT,
    place TEXT,
    published TEXT,
    published_from TEXT,
    url TEXT,
    fetched TEXT,
    text TEXT NOT NULL  -- last, so that listings do not read it
);
CREATE INDEX documents_by_sha256 ON documents (sha256);
CREATE INDEX documents_by_published ON documents (published);

-- Every path or address under which a document was seen.
CREATE TABLE sources (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    PRIMARY KEY (document, source)
) WITHOUT ROWID;
CREATE INDEX sources_by_source ON sources (source);

CREATE TABLE credits (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE furniture (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (document, start, "end")
) WITHOUT ROWID;

-- A person's word on a relation or claim. No foreign key: it outlives what it is about.
CREATE TABLE decisions (
    key INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected', 'unsure')),
    who TEXT NOT NULL,
    at TEXT NOT NULL,  -- ISO time
    note TEXT NOT NULL
);
CREATE INDEX decisions_by_subject ON decisions (subject);

CREATE TRIGGER originals_stay BEFORE UPDATE ON originals
BEGIN SELECT RAISE(ABORT, 'originals are never changed'); END;
CREATE TRIGGER documents_stay BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'documents are never changed'); END;
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;

-- Findings ----------------------------------------------------------------------------------------

-- A document without a row here still has to be analysed.
CREATE TABLE analyses (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    maker INTEGER NOT NULL REFERENCES makers (key)
) WITHOUT ROWID;

CREATE TABLE mentions (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label TEXT NOT NULL,
    score REAL NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (document, start, "end", label)
) WITHOUT ROWID;

-- A claimer as one document has it. Documents that name it alike share its id, not its row.
CREATE TABLE entities (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    role TEXT,
    affiliation TEXT
);
CREATE INDEX entities_by_document ON entities (document);
CREATE INDEX entities_by_id ON entities (id);

-- position 0: the name; above: the aliases. folded: as searches compare it, see names.py.
CREATE TABLE entity_names (
    entity INTEGER NOT NULL REFERENCES entities (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (entity, position)
) WITHOUT ROWID;

CREATE TABLE entity_spans (
    entity INTEGER NOT NULL REFERENCES entities (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (entity, position)
) WITHOUT ROWID;
CREATE INDEX entity_spans_by_document ON entity_spans (document);

CREATE TABLE claims (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,  -- where the content begins
    claimer INTEGER NOT NULL REFERENCES entities (key),
    quotation TEXT NOT NULL,
    cue_class TEXT NOT NULL,
    negated INTEGER NOT NULL,
    said TEXT,
    said_from TEXT,
    parent TEXT,  -- id of a claim
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    maker INTEGER NOT NULL REFERENCES makers (key)
);
CREATE INDEX claims_by_document ON claims (document, position);
CREATE INDEX claims_by_claimer ON claims (claimer);

-- role: source, cue, content, medium, addressee or place.
CREATE TABLE claim_spans (
    claim INTEGER NOT NULL REFERENCES claims (key) ON DELETE CASCADE,
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (claim, role, position)
) WITHOUT ROWID;

CREATE TABLE relations (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    left_claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    right_claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    score REAL NOT NULL,
    maker INTEGER NOT NULL REFERENCES makers (key)
) WITHOUT ROWID;
CREATE INDEX relations_by_left ON relations (left_claim);
CREATE INDEX relations_by_right ON relations (right_claim);

CREATE TABLE reasons (
    relation TEXT NOT NULL REFERENCES relations (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (relation, position)
) WITHOUT ROWID;

CREATE TABLE reason_spans (
    relation TEXT NOT NULL,
    reason INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('left', 'right')),
    position INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (relation, reason, side, position),
    FOREIGN KEY (relation, reason) REFERENCES reasons (relation, position) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX reason_spans_by_document ON reason_spans (document);

-- step: which part of the work met it, and clears it when it is done again.
CREATE TABLE problems (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    message TEXT NOT NULL,
    source TEXT NOT NULL,
    document TEXT REFERENCES documents (id) ON DELETE CASCADE,
    step TEXT NOT NULL CHECK (step IN ('read', 'analyse'))
) WITHOUT ROWID;
CREATE INDEX problems_by_source ON problems (source);
CREATE INDEX problems_by_document ON problems (document);

-- Full text. Triggers keep both in step with their tables, whoever writes. ------------------------

CREATE VIRTUAL TABLE document_index USING fts5 (
    title, text, content = 'documents', content_rowid = 'key',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_in AFTER INSERT ON documents BEGIN
    INSERT INTO document_index (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER documents_out AFTER DELETE ON documents BEGIN
    INSERT INTO document_index (document_index, rowid, title, text)
    VALUES ('delete', old.key, old.title, old.text);
END;

-- Holds its own copy: the content of a claim is broken over several rows of claim_spans.
CREATE VIRTUAL TABLE claim_index USING fts5 (
    content, claimer, tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER claims_out AFTER DELETE ON claims BEGIN
    DELETE FROM claim_index WHERE rowid = old.key;
END;

-- For people who open the file with another program ------------------------------------------------

CREATE VIEW who_said_what AS
SELECT
    names.name AS claimer,
    entities.role,
    entities.affiliation,
    (SELECT text FROM claim_spans WHERE claim = claims.key AND role = 'cue') AS cue,
    (SELECT group_concat(text, ' … ') FROM (
        SELECT text FROM claim_spans
        WHERE claim = claims.key AND role = 'content' ORDER BY position
    )) AS words,
    claims.quotation,
    claims.cue_class,
    claims.negated,
    claims.said,
    documents.outlet,
    documents.published,
    documents.title,
    claims.score,
    claims.id AS claim,
    claims.document
FROM claims
JOIN documents ON documents.id = claims.document
JOIN entities ON entities.key = claims.claimer
JOIN entity_names AS names ON names.entity = entities.key AND names.position = 0;

CREATE VIEW what_was_read AS
SELECT
    documents.outlet,
    documents.published,
    documents.title,
    documents.byline,
    documents.language,
    (SELECT min(source) FROM sources WHERE document = documents.id) AS source,
    (SELECT count(*) FROM claims WHERE document = documents.id) AS claims,
    documents.id AS document
FROM documents;

CREATE VIEW latest_decisions AS
SELECT subject, verdict, who, at, note FROM decisions
WHERE key IN (SELECT max(key) FROM decisions GROUP BY subject);

-- Schema 2. Claimers across documents: findings like those of schema 1, thrown away and rebuilt from
-- entities and decisions. A decision on two claimers has the subject "same:<left>+<right>", each
-- side the id of an entity, or "<entity id>@<document id>" where only that appearance is meant, in
-- sorted order; confirmed: they are one, rejected: they are not. What entities say stays as it is.

-- Who joined them. Without a row they have to be joined anew: a document or decision has changed.
CREATE TABLE joinings (
    maker INTEGER PRIMARY KEY REFERENCES makers (key)
);

CREATE TABLE actors (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT,
    affiliation TEXT
);

CREATE TABLE actor_aliases (
    actor INTEGER NOT NULL REFERENCES actors (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (actor, position)
) WITHOUT ROWID;

-- An entity without a row is nobody that could be identified: "unattributed", "he".
CREATE TABLE actor_members (
    entity INTEGER PRIMARY KEY REFERENCES entities (key) ON DELETE CASCADE,
    actor INTEGER NOT NULL REFERENCES actors (key) ON DELETE CASCADE
);
CREATE INDEX actor_members_by_actor ON actor_members (actor);

-- Why two appearances ("<entity id>@<document id>") are taken for one claimer.
CREATE TABLE actor_merges (
    actor INTEGER NOT NULL REFERENCES actors (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    left_ref TEXT NOT NULL,
    right_ref TEXT NOT NULL,
    name TEXT NOT NULL,
    score REAL NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (actor, position)
) WITHOUT ROWID;

-- One row for each name, alias and phrase ("Name Foreign Minister of Land"), folded as searches
-- compare it, see names.py; so that the words of a question are found in one of them.
CREATE VIRTUAL TABLE actor_index USING fts5 (
    words, actor UNINDEXED, prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 0 categories ''L* N* M* Co'''
);

DROP VIEW who_said_what;
CREATE VIEW who_said_what AS
SELECT
    coalesce(actors.name, names.name) AS claimer,
    CASE WHEN actors.key IS NULL THEN entities.role ELSE actors.role END AS role,
    CASE WHEN actors.key IS NULL THEN entities.affiliation ELSE actors.affiliation END
        AS affiliation,
    names.name AS named,
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
JOIN entity_names AS names ON names.entity = entities.key AND names.position = 0
LEFT JOIN actor_members ON actor_members.entity = entities.key
LEFT JOIN actors ON actors.key = actor_members.actor;

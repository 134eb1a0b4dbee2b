-- Schema 5. More views for people who open the file with another program, as Datasette. Nothing of
-- sayso reads them. Findings in them change with every rebuild; ids stay.

-- How claims stand to each other: the words of both sides, why, and what people decided.
CREATE VIEW ties AS
SELECT
    relations.kind,
    relations.score,
    (SELECT verdict FROM latest_decisions WHERE subject = relations.id) AS decision,
    one.claimer AS claimer,
    one.cue AS cue,
    one.words AS words,
    one.outlet AS outlet,
    one.published AS published,
    other.claimer AS other_claimer,
    other.cue AS other_cue,
    other.words AS other_words,
    other.outlet AS other_outlet,
    other.published AS other_published,
    (SELECT group_concat(detail, '; ') FROM (
        SELECT detail FROM reasons WHERE relation = relations.id ORDER BY position
    )) AS reasons,
    relations.id AS relation,
    relations.left_claim AS claim,
    relations.right_claim AS other_claim
FROM relations
JOIN who_said_what AS one ON one.claim = relations.left_claim
JOIN who_said_what AS other ON other.claim = relations.right_claim;

-- Where somebody rejects what another said, two claims exclude each other, or two sides accuse each
-- other of the same; without what people rejected.
CREATE VIEW disputes AS
SELECT * FROM ties
WHERE kind IN ('denies', 'refuting', 'mirrors') AND decision IS NOT 'rejected';

CREATE VIEW reports AS
SELECT
    documents.outlet,
    documents.published,
    documents.published_from,
    documents.title,
    documents.byline,
    (SELECT group_concat(name, '; ') FROM (
        SELECT name FROM credits WHERE document = documents.id ORDER BY position
    )) AS credits,
    documents.repost_of,
    documents.place,
    documents.language,
    (SELECT count(*) FROM claims WHERE document = documents.id) AS claims,
    (SELECT count(DISTINCT claimer) FROM claims WHERE document = documents.id) AS claimers,
    (SELECT count(*) FROM problems WHERE document = documents.id) AS problems,
    coalesce(
        documents.url, (SELECT min(source) FROM sources WHERE document = documents.id)
    ) AS source,
    documents.id AS document
FROM documents;

-- Everybody who is let speak, across reports. Without those whom nobody could identify ("he").
CREATE VIEW claimers_overview AS
SELECT
    actors.name AS claimer,
    actors.kind,
    actors.role,
    actors.affiliation,
    (SELECT group_concat(name, '; ') FROM (
        SELECT name FROM actor_aliases WHERE actor = actors.key ORDER BY position
    )) AS other_names,
    count(claims.key) AS claims,
    count(DISTINCT claims.document) AS reports,
    count(DISTINCT documents.outlet) AS outlets,
    min(documents.published) AS first,
    max(documents.published) AS last,
    actors.id AS actor
FROM actors
LEFT JOIN actor_members ON actor_members.actor = actors.key
LEFT JOIN claims ON claims.claimer = actor_members.entity
LEFT JOIN documents ON documents.id = claims.document
GROUP BY actors.key;

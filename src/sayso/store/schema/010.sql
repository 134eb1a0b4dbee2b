-- Schema 10. Claims have an occasion ("at a news conference"): in claim_spans under the role
-- occasion, beside source, cue, content, medium, addressee and place. What was found before has
-- none. The view for people shows where, at what, through what and to whom a claim was said.

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
    (SELECT text FROM claim_spans WHERE claim = claims.key AND role = 'place') AS place,
    (SELECT text FROM claim_spans WHERE claim = claims.key AND role = 'occasion') AS occasion,
    (SELECT text FROM claim_spans WHERE claim = claims.key AND role = 'medium') AS medium,
    (SELECT text FROM claim_spans WHERE claim = claims.key AND role = 'addressee') AS addressee,
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

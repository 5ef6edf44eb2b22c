-- Views for people: Datasette, pandas and plain SQL show these as they are. Times are in words, with the days between which they lie.

CREATE VIEW timeline AS
SELECT dates.words AS "when", events.title AS what, events.type AS type, events.stage AS stage, events.status AS status,
    (SELECT group_concat(json_extract(part.value, '$.name'), '; ') FROM json_each(events.data, '$.participants') AS part) AS who,
    events.place AS place, agreements.name AS agreement, events.earliest AS earliest, events.latest AS latest, events.time AS edtf,
    json_extract(events.data, '$.evidence[0].quote') AS quote, json_array_length(events.data, '$.evidence') AS quotes, events.id AS id
FROM events LEFT JOIN dates ON dates.edtf = events.time LEFT JOIN agreements ON agreements.id = events.agreement
ORDER BY events.earliest IS NULL AND events.latest IS NULL, coalesce(events.earliest, events.latest), events.latest, events.rank;

CREATE VIEW who_did_what AS
SELECT participants.name AS who, actors.kind AS kind, participants.role AS role, events.title AS what, dates.words AS "when",
    events.type AS type, events.status AS status, events.earliest AS earliest, events.latest AS latest, participants.actor AS actor,
    events.id AS event
FROM participants JOIN events ON events.id = participants.event LEFT JOIN actors ON actors.id = participants.actor
    LEFT JOIN dates ON dates.edtf = events.time
ORDER BY participants.name, events.earliest IS NULL, events.earliest, events.rank;

CREATE VIEW lifecycles AS
SELECT agreements.name AS agreement, json_extract(step.value, '$.stage') AS stage, dates.words AS "when",
    json_extract(step.value, '$.status') AS status, json_extract(step.value, '$.evidence[0].quote') AS quote,
    json_extract(step.value, '$.time.earliest') AS earliest, json_extract(step.value, '$.time.latest') AS latest,
    agreements.id AS id, json_extract(step.value, '$.event') AS event
FROM agreements, json_each(agreements.data, '$.stages') AS step
    LEFT JOIN dates ON dates.edtf = json_extract(step.value, '$.time.edtf')
ORDER BY agreements.rank, step.key;

CREATE VIEW figure_series AS
SELECT figures.measure AS measure, json_extract(figures.data, '$.subject') AS subject, json_extract(figures.data, '$.object') AS object,
    json_extract(figures.data, '$.about') AS about, dates.words AS "when", figures.value AS value, figures.unit AS unit,
    figures.qualifier AS qualifier, figures.figure_rank AS rank, figures.status AS status,
    json_extract(figures.data, '$.period.earliest') AS earliest, json_extract(figures.data, '$.period.latest') AS latest,
    json_extract(figures.data, '$.evidence[0].quote') AS quote, figures.id AS id
FROM figures LEFT JOIN dates ON dates.edtf = figures.period
ORDER BY figures.measure, subject, object, earliest IS NULL, earliest, figures.rank;

CREATE VIEW quotes AS
SELECT cited.title AS fact, evidence.quote AS quote, coalesce(documents.title, documents.id) AS source, documents.publisher AS publisher,
    dates.words AS published, evidence.document AS document, evidence."start" AS "start", evidence."end" AS "end", evidence.fact AS id
FROM evidence
    JOIN (
        SELECT id, title FROM events UNION ALL SELECT id, name FROM actors UNION ALL SELECT id, name FROM agreements
        UNION ALL SELECT id, replace(measure, '_', ' ') FROM figures
    ) AS cited ON cited.id = evidence.fact
    LEFT JOIN documents ON documents.id = evidence.document LEFT JOIN dates ON dates.edtf = documents.published;

CREATE VIEW sources AS
SELECT documents.id AS id, documents.title AS title, documents.publisher AS publisher, dates.words AS published,
    documents.published_basis AS published_basis, length(json_extract(documents.data, '$.text')) AS characters,
    coalesce(counted.facts, 0) AS facts, documents.url AS url
FROM documents LEFT JOIN dates ON dates.edtf = documents.published
    LEFT JOIN (SELECT document, count(DISTINCT fact) AS facts FROM evidence GROUP BY document) AS counted ON counted.document = documents.id
ORDER BY documents.rank;

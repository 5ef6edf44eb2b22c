-- One knowledge base. Each fact is one JSON value in `data` (the shapes of the Python values); the other columns are read out of it,
-- so that Datasette, pandas and plain SQL see tables. `rank` keeps the canonical order.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE documents (
    rank INTEGER PRIMARY KEY,
    data TEXT NOT NULL,
    id TEXT GENERATED ALWAYS AS (json_extract(data, '$.id')) VIRTUAL,
    title TEXT GENERATED ALWAYS AS (json_extract(data, '$.title')) VIRTUAL,
    publisher TEXT GENERATED ALWAYS AS (json_extract(data, '$.publisher')) VIRTUAL,
    place TEXT GENERATED ALWAYS AS (json_extract(data, '$.place')) VIRTUAL,
    published TEXT GENERATED ALWAYS AS (json_extract(data, '$.published.edtf')) VIRTUAL,
    published_basis TEXT GENERATED ALWAYS AS (json_extract(data, '$.published_basis')) VIRTUAL,
    url TEXT GENERATED ALWAYS AS (json_extract(data, '$.url')) VIRTUAL
);

CREATE TABLE sentences (
    rank INTEGER PRIMARY KEY,
    data TEXT NOT NULL,
    document TEXT GENERATED ALWAYS AS (json_extract(data, '$.document')) VIRTUAL,
    "start" INTEGER GENERATED ALWAYS AS (json_extract(data, '$.start')) VIRTUAL,
    "end" INTEGER GENERATED ALWAYS AS (json_extract(data, '$.end')) VIRTUAL,
    zone TEXT GENERATED ALWAYS AS (json_extract(data, '$.zone')) VIRTUAL
);

-- The words of each sentence; rowid is sentences.rank.
CREATE VIRTUAL TABLE sentence_words USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE actors (
    rank INTEGER PRIMARY KEY,
    data TEXT NOT NULL,
    id TEXT GENERATED ALWAYS AS (json_extract(data, '$.id')) VIRTUAL,
    name TEXT GENERATED ALWAYS AS (json_extract(data, '$.name')) VIRTUAL,
    kind TEXT GENERATED ALWAYS AS (json_extract(data, '$.kind')) VIRTUAL,
    country TEXT GENERATED ALWAYS AS (json_extract(data, '$.country')) VIRTUAL
);

CREATE TABLE agreements (
    rank INTEGER PRIMARY KEY,
    data TEXT NOT NULL,
    id TEXT GENERATED ALWAYS AS (json_extract(data, '$.id')) VIRTUAL,
    name TEXT GENERATED ALWAYS AS (json_extract(data, '$.name')) VIRTUAL,
    kind TEXT GENERATED ALWAYS AS (json_extract(data, '$.kind')) VIRTUAL
);

CREATE TABLE events (
    rank INTEGER PRIMARY KEY,
    data TEXT NOT NULL,
    id TEXT GENERATED ALWAYS AS (json_extract(data, '$.id')) VIRTUAL,
    type TEXT GENERATED ALWAYS AS (json_extract(data, '$.type')) VIRTUAL,
    stage TEXT GENERATED ALWAYS AS (json_extract(data, '$.stage')) VIRTUAL,
    status TEXT GENERATED ALWAYS AS (json_extract(data, '$.status')) VIRTUAL,
    title TEXT GENERATED ALWAYS AS (json_extract(data, '$.title')) VIRTUAL,
    time TEXT GENERATED ALWAYS AS (json_extract(data, '$.time.edtf')) VIRTUAL,
    earliest TEXT GENERATED ALWAYS AS (json_extract(data, '$.time.earliest')) VIRTUAL,
    latest TEXT GENERATED ALWAYS AS (json_extract(data, '$.time.latest')) VIRTUAL,
    place TEXT GENERATED ALWAYS AS (json_extract(data, '$.place')) VIRTUAL,
    agreement TEXT GENERATED ALWAYS AS (json_extract(data, '$.agreement')) VIRTUAL
);

CREATE TABLE figures (
    rank INTEGER PRIMARY KEY,
    data TEXT NOT NULL,
    id TEXT GENERATED ALWAYS AS (json_extract(data, '$.id')) VIRTUAL,
    measure TEXT GENERATED ALWAYS AS (json_extract(data, '$.measure')) VIRTUAL,
    value REAL GENERATED ALWAYS AS (json_extract(data, '$.value')) VIRTUAL,
    unit TEXT GENERATED ALWAYS AS (json_extract(data, '$.unit')) VIRTUAL,
    qualifier TEXT GENERATED ALWAYS AS (json_extract(data, '$.qualifier')) VIRTUAL,
    figure_rank INTEGER GENERATED ALWAYS AS (json_extract(data, '$.rank')) VIRTUAL,
    period TEXT GENERATED ALWAYS AS (json_extract(data, '$.period.edtf')) VIRTUAL,
    status TEXT GENERATED ALWAYS AS (json_extract(data, '$.status')) VIRTUAL
);

CREATE TABLE issues (
    rank INTEGER PRIMARY KEY,
    data TEXT NOT NULL,
    kind TEXT GENERATED ALWAYS AS (json_extract(data, '$.kind')) VIRTUAL,
    message TEXT GENERATED ALWAYS AS (json_extract(data, '$.message')) VIRTUAL
);

CREATE TABLE merges (
    rank INTEGER PRIMARY KEY,
    data TEXT NOT NULL,
    fact TEXT GENERATED ALWAYS AS (json_extract(data, '$.fact')) VIRTUAL
);

-- Every time that a fact or document has, in words.
CREATE TABLE dates (edtf TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;

-- What each article says by itself, from which the facts can be resolved again, and the file that it was read from.
CREATE TABLE readings (document TEXT PRIMARY KEY, path TEXT, data TEXT NOT NULL) WITHOUT ROWID;

-- What no article says: files that could not be read.
CREATE TABLE troubles (rank INTEGER PRIMARY KEY, data TEXT NOT NULL);

CREATE VIEW participants AS
SELECT events.id AS event, json_extract(part.value, '$.actor') AS actor, json_extract(part.value, '$.name') AS name,
    json_extract(part.value, '$.role') AS role
FROM events, json_each(events.data, '$.participants') AS part;

CREATE VIEW evidence AS
SELECT fact.id AS fact, json_extract(cited.value, '$.document') AS document, json_extract(cited.value, '$.start') AS "start",
    json_extract(cited.value, '$.end') AS "end", json_extract(cited.value, '$.quote') AS quote
FROM (
    SELECT id, data FROM events UNION ALL SELECT id, data FROM figures UNION ALL SELECT id, data FROM actors
    UNION ALL SELECT id, data FROM agreements
) AS fact, json_each(fact.data, '$.evidence') AS cited;

CREATE VIEW stages AS
SELECT agreements.id AS agreement, agreements.name AS name, json_extract(step.value, '$.stage') AS stage,
    json_extract(step.value, '$.time.edtf') AS time, json_extract(step.value, '$.status') AS status
FROM agreements, json_each(agreements.data, '$.stages') AS step;

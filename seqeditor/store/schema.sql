-- Schema version 1: the whole truth about the tables of a working copy and of a project file.
-- STRICT: a row of a damaged file that does not fit is refused when it is taken over.
-- The mirror tables (*_before) and their triggers are made from these by journal.py.

-- The general information, one value. numbering: 'written' as received, 'position' from the first
-- edit that renumbers on.
CREATE TABLE listing (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    header    TEXT NOT NULL,
    numbering TEXT NOT NULL DEFAULT 'position'
) STRICT;

-- written_*: as received, NULL when this program made the record. annotations: the ST.26 fragment
-- without residues. The other columns follow from it and serve the list, search and the rules
-- over the whole listing: digest stands for the residues, other_strand for those of the reverse
-- complement (empty where none is compared). next_ref: the next permanent address of a feature or qualifier.
CREATE TABLE sequence (
    id             INTEGER PRIMARY KEY CHECK (id > 0),
    rank           INTEGER NOT NULL,
    written_number TEXT,
    written_length TEXT,
    length         INTEGER NOT NULL CHECK (length >= 0),
    moltype        TEXT NOT NULL,
    organism       TEXT NOT NULL,
    skipped        INTEGER NOT NULL,
    digest         BLOB NOT NULL,
    other_strand   BLOB NOT NULL,
    features       INTEGER NOT NULL,
    non_english    INTEGER NOT NULL,
    annotations    BLOB NOT NULL,
    name           TEXT NOT NULL DEFAULT '',
    colour         TEXT NOT NULL DEFAULT '',
    note           TEXT NOT NULL DEFAULT '',
    next_ref       INTEGER NOT NULL DEFAULT 1,
    revision       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sequence_rank ON sequence (rank);
CREATE INDEX sequence_number ON sequence (written_number) WHERE written_number IS NOT NULL;
-- Holds all that a search in the list looks at: a search reads this instead of the whole rows.
CREATE INDEX sequence_words ON sequence (organism, name, moltype);
CREATE INDEX sequence_digest ON sequence (digest);

-- Residues in blocks of at most 64 KiB, in the order of block; length is that of data.
CREATE TABLE residues (
    sequence_id INTEGER NOT NULL,
    block       INTEGER NOT NULL,
    length      INTEGER NOT NULL,
    data        TEXT NOT NULL,
    PRIMARY KEY (sequence_id, block)
) STRICT, WITHOUT ROWID;

-- A protein_id that names a sequence of the listing: by permanent id, a number only when shown.
CREATE TABLE link (
    sequence_id        INTEGER NOT NULL,
    qualifier_ref      INTEGER NOT NULL,
    target_sequence_id INTEGER NOT NULL,
    PRIMARY KEY (sequence_id, qualifier_ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_target ON link (target_sequence_id);

-- What a sequence says of others (see domain/mention.py), n-th in the order of its features.
CREATE TABLE mention (
    sequence_id INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    path        TEXT NOT NULL,
    digest      BLOB NOT NULL,
    length      INTEGER,
    specific    INTEGER NOT NULL,
    number      TEXT NOT NULL,
    text        TEXT NOT NULL,
    ref         INTEGER NOT NULL,
    PRIMARY KEY (sequence_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_kind ON mention (kind);

-- The XML ids of qualifiers, for uniqueness over the listing.
CREATE TABLE qualifier_id (
    sequence_id   INTEGER NOT NULL,
    qualifier_ref INTEGER NOT NULL,
    id            TEXT NOT NULL,
    PRIMARY KEY (sequence_id, qualifier_ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX qualifier_id_id ON qualifier_id (id);

-- Free text in languages beyond the pair a file can hold; sequence_id 0 is the header.
CREATE TABLE free_text (
    sequence_id   INTEGER NOT NULL,
    qualifier_ref INTEGER NOT NULL,
    language      TEXT NOT NULL,
    text          TEXT NOT NULL,
    PRIMARY KEY (sequence_id, qualifier_ref, language)
) STRICT, WITHOUT ROWID;

-- A finding put aside with a reason; place is made of permanent addresses, digest of what stood
-- there, so that the finding returns when the place changes.
CREATE TABLE reviewed_finding (
    sequence_id INTEGER NOT NULL,
    rule        TEXT NOT NULL,
    place       TEXT NOT NULL,
    digest      BLOB NOT NULL,
    reason      TEXT NOT NULL,
    at          TEXT NOT NULL,
    PRIMARY KEY (sequence_id, rule, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE bookmark (
    id          INTEGER PRIMARY KEY,
    sequence_id INTEGER NOT NULL,
    ref         INTEGER NOT NULL DEFAULT 0,
    label       TEXT NOT NULL
) STRICT;

-- What the project says of itself: rule profile, client, free-text languages.
CREATE TABLE profile (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Import reports and snapshots are records of what happened: not undone.
CREATE TABLE import_report (
    id        INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    source    TEXT NOT NULL,
    format    TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    sequences INTEGER NOT NULL,
    counts    TEXT NOT NULL
) STRICT;
CREATE TABLE import_item (
    report_id   INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    action      TEXT NOT NULL,
    code        TEXT NOT NULL,
    sequence_id INTEGER,
    field       TEXT NOT NULL,
    old         TEXT,
    new         TEXT,
    checked     INTEGER NOT NULL DEFAULT 0,
    line        INTEGER,
    message     TEXT NOT NULL,
    parameters  TEXT NOT NULL,
    PRIMARY KEY (report_id, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE snapshot (
    id         INTEGER PRIMARY KEY,
    label      TEXT NOT NULL,
    at         TEXT NOT NULL,
    file_name  TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    size       INTEGER NOT NULL,
    compressed BLOB NOT NULL
) STRICT;

-- One user action. label is a message id, worded when shown; target and at decide whether typing
-- goes on in the same step, edits counts how often it has; size is what its images take, in bytes,
-- nearly.
CREATE TABLE step (
    id        INTEGER PRIMARY KEY,
    label     TEXT NOT NULL,
    arguments TEXT NOT NULL DEFAULT '{}',
    target    TEXT NOT NULL DEFAULT '',
    at        REAL NOT NULL,
    done      INTEGER NOT NULL DEFAULT 1,
    edits     INTEGER NOT NULL DEFAULT 1,
    size      INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Numbers that no undo touches. revision, sequence_id, step: the last one given out; saved: the last
-- done step when the user's file was written; journal: bytes of all images, nearly; forgotten: how
-- many of the oldest steps are gone, floor: the last of them; filling: the copy is being filled.
CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES
    ('revision', 0), ('sequence_id', 0), ('step', 0), ('saved', 0), ('journal', 0),
    ('forgotten', 0), ('floor', 0);

-- The step being written, NULL when none: the triggers look here.
CREATE TABLE open_step (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    step INTEGER
) STRICT;
INSERT INTO open_step VALUES (1, NULL);

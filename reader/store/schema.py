"""The tables, as a list of steps. A step that has been released is never changed; a new one is added after it.

Four kinds of fact, four groups of tables: what was published (original, run, run_line, watched, article), what the
reader did (mark, tag, saved_search, search_history), what the machine believes (annotation, mention, mention_chain,
chain, role, quotation, quotation_speaker, entity, entity_article, alias, entity_key, short_name, sketch, sketch_key,
relation, grouped) and, with later work, what the reader corrected. The machine rewrites only the third group.
"""

from __future__ import annotations

APPLICATION_ID = 0x44544C4E
"""What ``PRAGMA application_id`` answers in a library of ours: the letters DTLN."""

_FIRST = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE original (digest TEXT PRIMARY KEY, size INTEGER NOT NULL, packed BLOB NOT NULL);
CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, started TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0);
CREATE TABLE article (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    story INTEGER,
    newest INTEGER NOT NULL DEFAULT 1,
    headline TEXT NOT NULL,
    lede TEXT NOT NULL,
    publication TEXT NOT NULL,
    published TEXT NOT NULL,
    day TEXT NOT NULL,
    sort TEXT NOT NULL,
    language TEXT NOT NULL,
    path TEXT NOT NULL,
    member TEXT NOT NULL,
    url TEXT NOT NULL,
    original TEXT NOT NULL REFERENCES original(digest),
    run INTEGER NOT NULL REFERENCES run(id),
    digest TEXT NOT NULL,
    facts TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX article_newest ON article (newest, sort DESC, row DESC, id, day);
CREATE INDEX article_story ON article (story);
CREATE INDEX article_path ON article (path, member);
CREATE INDEX article_url ON article (url) WHERE url != '';
CREATE INDEX article_run ON article (run);
CREATE INDEX article_original ON article (original);

CREATE TABLE mark (
    article INTEGER PRIMARY KEY REFERENCES article(row) ON DELETE CASCADE,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE tag (
    article INTEGER NOT NULL REFERENCES article(row) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (article, tag)
) WITHOUT ROWID;
CREATE INDEX tag_tag ON tag (tag);

CREATE TABLE entity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL
);
CREATE TABLE annotation (
    article INTEGER PRIMARY KEY REFERENCES article(row) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    annotator TEXT NOT NULL
);
CREATE TABLE mention (
    article INTEGER NOT NULL REFERENCES annotation(article) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
CREATE TABLE chain (
    article INTEGER NOT NULL REFERENCES annotation(article) ON DELETE CASCADE,
    chain INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    entity INTEGER REFERENCES entity(id),
    PRIMARY KEY (article, chain)
) WITHOUT ROWID;
CREATE INDEX chain_entity ON chain (entity, article, chain);
CREATE TABLE mention_chain (
    article INTEGER NOT NULL,
    chain INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (article, chain, n),
    FOREIGN KEY (article, n) REFERENCES mention(article, n) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX mention_chain_mention ON mention_chain (article, n, chain);
CREATE TABLE role (
    article INTEGER NOT NULL REFERENCES annotation(article) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    chain INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article, start, end, chain)
) WITHOUT ROWID;
CREATE TABLE quotation (
    article INTEGER NOT NULL REFERENCES annotation(article) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    spans TEXT NOT NULL,
    cue_start INTEGER, cue_end INTEGER,
    speaker_start INTEGER, speaker_end INTEGER,
    confidence REAL NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
CREATE TABLE quotation_speaker (
    article INTEGER NOT NULL,
    n INTEGER NOT NULL,
    place INTEGER NOT NULL,
    chain INTEGER NOT NULL,
    PRIMARY KEY (article, n, place),
    FOREIGN KEY (article, n) REFERENCES quotation(article, n) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX quotation_speaker_chain ON quotation_speaker (article, chain, n);
CREATE TABLE entity_article (
    entity INTEGER NOT NULL REFERENCES entity(id),
    article INTEGER NOT NULL REFERENCES annotation(article) ON DELETE CASCADE,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, article)
) WITHOUT ROWID;
CREATE INDEX entity_article_article ON entity_article (article, entity);
CREATE TABLE alias (
    entity INTEGER NOT NULL REFERENCES entity(id),
    article INTEGER NOT NULL REFERENCES annotation(article) ON DELETE CASCADE,
    text TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (entity, article, text)
) WITHOUT ROWID;
CREATE INDEX alias_key ON alias (key, entity);
CREATE INDEX alias_article ON alias (article);

CREATE TABLE annotate_queue (article INTEGER PRIMARY KEY REFERENCES article(row) ON DELETE CASCADE);
CREATE TABLE index_queue (id TEXT PRIMARY KEY, stamp INTEGER NOT NULL);
CREATE INDEX index_queue_stamp ON index_queue (stamp);
"""

_LINKING = """
ALTER TABLE mark ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
UPDATE mark SET turn = article WHERE read;
CREATE INDEX mark_turn ON mark (turn);

CREATE TABLE entity_key (
    row INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    entity INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE
);
INSERT INTO entity_key (key, entity) SELECT key, id FROM entity;
CREATE INDEX entity_key_entity ON entity_key (entity);
ALTER TABLE chain ADD COLUMN key INTEGER REFERENCES entity_key(row) ON DELETE SET NULL;
CREATE INDEX chain_key ON chain (key, article, chain);
CREATE TABLE short_name (
    short TEXT NOT NULL,
    full TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article(row) ON DELETE CASCADE,
    PRIMARY KEY (short, full, article)
) WITHOUT ROWID;
CREATE INDEX short_name_article ON short_name (article);
"""
"""``turn`` tells which article was read after which: it counts on with each that the reader reads.

Many keys may lead to one entity now, and where one leads may change: ``chain.key`` says under which key each chain was
linked, ``short_name`` which article says that one key is short for another. ``entity.key`` is only unique since.
"""

_GROUPS = """
CREATE TABLE sketch (
    article INTEGER PRIMARY KEY REFERENCES article(row) ON DELETE CASCADE,
    rule INTEGER NOT NULL,
    words INTEGER NOT NULL,
    shingles INTEGER NOT NULL,
    hashes BLOB NOT NULL
);
CREATE TABLE sketch_key (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE TABLE relation (
    article INTEGER NOT NULL REFERENCES article(row) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES article(row) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE INDEX relation_other ON relation (other, article);
CREATE TABLE grouped (story INTEGER PRIMARY KEY, head INTEGER NOT NULL);
CREATE INDEX grouped_head ON grouped (head, story);
"""
"""What tells one story (``docs/notes/groups.md``). ``relation`` says what ``article`` is to an ``other`` one;
``grouped`` leads from each story that is related to another to the least of their numbers.

``sketch_key`` refers to no article: a key there would need an index by article as large as the table, and whatever
removes an article knows its keys from the sketch.
"""

# What was learned of the lines that publications print, and what the reader decided about them.
_LESSONS = """
CREATE TABLE printed (
    line INTEGER NOT NULL,  -- 63 bits of the digest of publication and line
    story INTEGER NOT NULL, -- the group of copies and versions that printed it, counted once
    PRIMARY KEY (line, story)
) WITHOUT ROWID;
CREATE TABLE learned (publication TEXT NOT NULL, line TEXT NOT NULL, PRIMARY KEY (publication, line)) WITHOUT ROWID;
CREATE TABLE line_rule (
    publication TEXT NOT NULL,
    line TEXT NOT NULL,
    keep INTEGER NOT NULL,
    PRIMARY KEY (publication, line)
) WITHOUT ROWID;
CREATE TABLE table_roles (columns TEXT PRIMARY KEY, roles TEXT NOT NULL, day_first INTEGER NOT NULL) WITHOUT ROWID;
"""

# What became of every article and file of an import, written with the article itself.
_REPORTS = """
ALTER TABLE run ADD COLUMN given TEXT NOT NULL DEFAULT '[]';
ALTER TABLE run ADD COLUMN files INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN ended TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN state TEXT NOT NULL DEFAULT 'done';
CREATE TABLE run_line (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES run(id),
    path TEXT NOT NULL,
    member TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    article TEXT NOT NULL DEFAULT ''
);
CREATE INDEX run_line_run ON run_line (run, status);
INSERT INTO run_line (run, path, member, status, article)
    SELECT run, path, member, 'imported', id FROM article ORDER BY row;
"""
"""``run.state`` is open, done or stopped. A line outlives its article, so that the report of a run that was undone
still tells what it held: hence ``article`` refers to nothing. Of older runs it is known only what they added.
"""

# What was seen in watched folders, and which runs took it in.
_WATCHED = """
ALTER TABLE run ADD COLUMN watched INTEGER NOT NULL DEFAULT 0;
CREATE TABLE watched (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    time INTEGER NOT NULL -- of the last change, in ns since 1970
) WITHOUT ROWID;
"""

# Which runs read kept originals anew.
_AGAIN = """
ALTER TABLE run ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
"""

# What the reader searches for again and again, and searched for last.
_SAVED = """
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    query TEXT NOT NULL,    -- the tree as JSON (core.query_json)
    tell INTEGER NOT NULL DEFAULT 1,
    looked TEXT NOT NULL,   -- when the reader last looked, ISO 8601, UTC
    seen INTEGER NOT NULL,  -- the highest row of article at that time
    waiting TEXT NOT NULL DEFAULT '[]' -- rows below it that no search could find at that time
);
CREATE TABLE search_history (turn INTEGER PRIMARY KEY AUTOINCREMENT, typed TEXT NOT NULL UNIQUE, at TEXT NOT NULL);
"""
"""What waited for the annotator or the index when the reader last looked is as new as what came later."""

STEPS: tuple[str, ...] = (_FIRST, _LINKING, _GROUPS, _LESSONS, _REPORTS, _WATCHED, _AGAIN, _SAVED)
"""Step ``n`` leads from schema version ``n`` to ``n + 1``; ``PRAGMA user_version`` says how many were taken."""

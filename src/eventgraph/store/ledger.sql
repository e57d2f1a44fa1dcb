-- What the store holds, and where: one row an article, one a pair of shards.
CREATE TABLE IF NOT EXISTS shard (
  id INTEGER PRIMARY KEY,
  articles TEXT NOT NULL,           -- name of the Parquet file
  claims TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS article (
  id TEXT PRIMARY KEY,
  record TEXT NOT NULL,             -- SHA-256 of the article with all that is known of it
  digest TEXT NOT NULL,             -- SHA-256 of its normalised text
  url TEXT,
  status TEXT NOT NULL CHECK (status IN ('done', 'failed')),
  attempts INTEGER NOT NULL,        -- how often its analysis was tried
  reason TEXT,                      -- why it failed
  extractor TEXT NOT NULL,          -- version of model and rules
  signature BLOB,                   -- MinHash of its text
  claims INTEGER NOT NULL DEFAULT 0,
  shard INTEGER REFERENCES shard (id)
);
CREATE INDEX IF NOT EXISTS article_shard ON article (shard);
CREATE TABLE IF NOT EXISTS unread (
  input TEXT NOT NULL,              -- SHA-256 of its path or address; empty: a build has told of it
  source TEXT NOT NULL,             -- its name, without folders, and the place in it
  reason TEXT NOT NULL,
  PRIMARY KEY (input, source, reason)
);
CREATE TABLE IF NOT EXISTS setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

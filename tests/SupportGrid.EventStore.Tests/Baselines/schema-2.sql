CREATE TABLE claims (
  tenant TEXT NOT NULL,
  claim  TEXT NOT NULL,
  stream TEXT NOT NULL,
  PRIMARY KEY (tenant, claim)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  position       INTEGER PRIMARY KEY,
  tenant         TEXT    NOT NULL,
  stream         TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  event_id       BLOB    NOT NULL,
  type           TEXT    NOT NULL,
  schema_version INTEGER NOT NULL,
  at             INTEGER NOT NULL,
  data           TEXT    NOT NULL,
  audience       TEXT,
  request_id     TEXT,
  request_hash   TEXT,
  actor          TEXT,
  causation_id   BLOB,
  correlation_id TEXT
) STRICT;
CREATE TABLE log (epoch TEXT NOT NULL) STRICT;
CREATE TABLE open_streams (
  category   TEXT    NOT NULL,
  tenant     TEXT    NOT NULL,
  stream     TEXT    NOT NULL,
  group_name TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  PRIMARY KEY (category, tenant, stream)
) STRICT, WITHOUT ROWID;
CREATE TABLE outbox (
  position INTEGER NOT NULL REFERENCES events (position),
  reaction INTEGER NOT NULL,
  kind     TEXT    NOT NULL,
  data     TEXT    NOT NULL,
  PRIMARY KEY (position, reaction)
) STRICT, WITHOUT ROWID;
CREATE TABLE snapshots (
  etag INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  key  TEXT NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (name, key)
) STRICT;
CREATE TABLE sqlite_sequence(name,seq);
CREATE INDEX events_by_audience ON events (tenant, audience) WHERE audience IS NOT NULL;
CREATE UNIQUE INDEX events_by_stream ON events (tenant, stream, version);
CREATE INDEX events_by_tenant ON events (tenant);
CREATE INDEX open_streams_by_position ON open_streams (category, tenant, position);

/**
 * The bank's tables, one entry a version (PRAGMA user_version counts them). An entry that was released
 * is never changed. Every secret is a hash or sealed: see secrets.ts.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE contracts (
    contractor_id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    representative TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('locked', 'released', 'active')),
    registration_hash TEXT NOT NULL,
    logon_hash TEXT,
    confirmation_hash TEXT,
    email TEXT,
    -- Whether a certificate was issued since the last activation.
    certificate_issued INTEGER NOT NULL DEFAULT 0,
    last_logon_at TEXT
  ) STRICT;

  CREATE TABLE card_cells (
    contractor_id TEXT NOT NULL REFERENCES contracts,
    row_number INTEGER NOT NULL,
    column_number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (contractor_id, row_number, column_number)
  ) STRICT;

  CREATE TABLE users (
    contractor_id TEXT NOT NULL REFERENCES contracts,
    user_id TEXT NOT NULL,
    logon_hash TEXT NOT NULL,
    confirmation_hash TEXT NOT NULL,
    last_logon_at TEXT,
    PRIMARY KEY (contractor_id, user_id)
  ) STRICT;

  -- No reference to contracts: an ID that does not exist is counted like one that does.
  CREATE TABLE attempts (
    contractor_id TEXT NOT NULL,
    -- '' for the contract itself.
    user_id TEXT NOT NULL,
    wrong INTEGER NOT NULL,
    PRIMARY KEY (contractor_id, user_id)
  ) STRICT;

  CREATE TABLE activation_sessions (
    token_hash TEXT PRIMARY KEY,
    contractor_id TEXT NOT NULL UNIQUE REFERENCES contracts,
    expires_at TEXT NOT NULL,
    next TEXT NOT NULL CHECK (next IN ('pins', 'oneTimePassword', 'certificate')),
    row_number INTEGER,
    column_number INTEGER,
    logon_hash TEXT,
    confirmation_hash TEXT,
    email TEXT,
    sealed_grant TEXT
  ) STRICT;

  CREATE TABLE grants (
    contractor_id TEXT PRIMARY KEY REFERENCES contracts,
    secret_hash TEXT NOT NULL,
    enrol_before TEXT NOT NULL,
    -- The request that waits or was answered, and from when on it is answered.
    request_hash TEXT,
    ready_at TEXT,
    serial TEXT REFERENCES certificates
  ) STRICT;

  CREATE TABLE certificates (
    serial TEXT PRIMARY KEY,
    contractor_id TEXT NOT NULL REFERENCES contracts,
    request_hash TEXT NOT NULL,
    -- The serial of the certificate that was renewed by this one.
    renews TEXT,
    pem TEXT NOT NULL,
    not_after TEXT NOT NULL,
    revoked_at TEXT
  ) STRICT;

  CREATE TABLE answers (
    key_hash TEXT PRIMARY KEY,
    request_hash TEXT NOT NULL,
    sealed_answer TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  `,
  `
  ALTER TABLE users ADD COLUMN name TEXT NOT NULL DEFAULT '';
  ALTER TABLE users ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0;
  UPDATE users SET name = user_id;

  -- A user's lock outlives the branch's release: only new PINs lift it.
  ALTER TABLE attempts ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;
  UPDATE attempts SET locked = 1 WHERE user_id <> '' AND wrong >= 7;

  CREATE TABLE administrator_sessions (
    token_hash TEXT PRIMARY KEY,
    contractor_id TEXT NOT NULL UNIQUE REFERENCES contracts,
    -- The certificate that logged on: the session is good with no other one.
    serial TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- When somebody last tried, so that the counters of IDs that do not exist can be forgotten.
  ALTER TABLE attempts ADD COLUMN counted_at TEXT NOT NULL DEFAULT '';
  UPDATE attempts SET counted_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now');
  CREATE INDEX attempts_counted_at ON attempts (counted_at);
  `,
  `
  -- What the practice's situation changed, to be put back when it ends: see situation-changes.ts.
  CREATE TABLE situation_changes (id INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
  `,
  `
  -- A session may end with the new PINs, where the certificate comes before them.
  ALTER TABLE activation_sessions RENAME TO earlier_sessions;
  CREATE TABLE activation_sessions (
    token_hash TEXT PRIMARY KEY,
    contractor_id TEXT NOT NULL UNIQUE REFERENCES contracts,
    expires_at TEXT NOT NULL,
    next TEXT NOT NULL CHECK (next IN ('pins', 'oneTimePassword', 'certificate', 'logon')),
    row_number INTEGER,
    column_number INTEGER,
    logon_hash TEXT,
    confirmation_hash TEXT,
    email TEXT,
    sealed_grant TEXT
  ) STRICT;
  INSERT INTO activation_sessions SELECT * FROM earlier_sessions;
  DROP TABLE earlier_sessions;
  `,
];

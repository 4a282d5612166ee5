import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE municipality (
  id uuid CONSTRAINT municipality_pkey PRIMARY KEY,
  slug text NOT NULL CONSTRAINT municipality_slug_taken UNIQUE,
  name text NOT NULL,
  country text NOT NULL,
  time_zone text NOT NULL,
  languages text[] NOT NULL,
  accent text NOT NULL,
  invitation jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL
);

CREATE TABLE municipality_host (
  host text CONSTRAINT municipality_host_taken PRIMARY KEY,
  municipality_id uuid NOT NULL CONSTRAINT municipality_host_of REFERENCES municipality ON DELETE CASCADE
);

CREATE TABLE category (
  municipality_id uuid NOT NULL CONSTRAINT category_of REFERENCES municipality ON DELETE CASCADE,
  key text NOT NULL,
  names jsonb NOT NULL,
  position integer NOT NULL,
  CONSTRAINT category_pkey PRIMARY KEY (municipality_id, key)
);

CREATE TABLE account (
  id uuid CONSTRAINT account_pkey PRIMARY KEY,
  municipality_id uuid CONSTRAINT account_of REFERENCES municipality ON DELETE CASCADE,
  role text NOT NULL CONSTRAINT account_role CHECK (role IN ('participant', 'council', 'staff', 'admin', 'operator')),
  display_name text NOT NULL,
  sign_in_name text,
  sign_in_key text,
  passphrase_hash text,
  language text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT account_apart CHECK ((role = 'operator') = (municipality_id IS NULL))
);
CREATE UNIQUE INDEX account_sign_in_name_taken ON account (municipality_id, sign_in_key);
CREATE UNIQUE INDEX operator_sign_in_name_taken ON account (sign_in_key) WHERE municipality_id IS NULL;
CREATE INDEX account_by_role ON account (municipality_id, role) WHERE role <> 'participant';
CREATE INDEX account_by_name ON account (municipality_id, lower(display_name), id);

CREATE TABLE session (
  id uuid CONSTRAINT session_pkey PRIMARY KEY,
  token_hash bytea NOT NULL CONSTRAINT session_token_once UNIQUE,
  account_id uuid NOT NULL CONSTRAINT session_of REFERENCES account ON DELETE CASCADE,
  started_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE council (
  municipality_id uuid CONSTRAINT council_pkey PRIMARY KEY CONSTRAINT council_of REFERENCES municipality ON DELETE CASCADE,
  name jsonb NOT NULL,
  about jsonb NOT NULL
);

CREATE TABLE council_member (
  municipality_id uuid NOT NULL CONSTRAINT council_member_of REFERENCES council ON DELETE CASCADE,
  account_id uuid NOT NULL CONSTRAINT council_member_is REFERENCES account ON DELETE CASCADE,
  position text NOT NULL CONSTRAINT council_member_position CHECK (position IN ('chair', 'deputy', 'member')),
  since date,
  note jsonb NOT NULL,
  place integer NOT NULL,
  CONSTRAINT council_member_pkey PRIMARY KEY (municipality_id, account_id)
);

CREATE TABLE idea (
  id uuid CONSTRAINT idea_pkey PRIMARY KEY,
  municipality_id uuid NOT NULL CONSTRAINT idea_of REFERENCES municipality ON DELETE CASCADE,
  author_id uuid CONSTRAINT idea_by REFERENCES account ON DELETE SET NULL,
  state text NOT NULL CONSTRAINT idea_state CHECK (state IN ('draft', 'published', 'withdrawn')),
  title text NOT NULL,
  slug text NOT NULL,
  excerpt text NOT NULL,
  body text NOT NULL,
  html text NOT NULL,
  language text NOT NULL,
  category text,
  tags text[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  edited_at timestamptz(3),
  published_at timestamptz(3),
  supports integer NOT NULL DEFAULT 0 CONSTRAINT idea_supports CHECK (supports >= 0),
  imported_supports integer NOT NULL DEFAULT 0,
  comments integer NOT NULL DEFAULT 0,
  support_total integer GENERATED ALWAYS AS (supports + imported_supports) STORED,
  rising double precision NOT NULL DEFAULT 0,
  hidden_at timestamptz(3),
  hidden_reason text,
  hidden_note text,
  request_key uuid,
  CONSTRAINT idea_published CHECK ((state = 'draft') = (published_at IS NULL)),
  CONSTRAINT idea_hidden_with_reason CHECK ((hidden_at IS NULL) = (hidden_reason IS NULL) AND (hidden_at IS NULL) = (hidden_note IS NULL)),
  CONSTRAINT idea_category FOREIGN KEY (municipality_id, category) REFERENCES category (municipality_id, key)
);
CREATE UNIQUE INDEX idea_request_once ON idea (author_id, request_key);
CREATE INDEX idea_by_author ON idea (author_id, changed_at DESC, id DESC);
CREATE INDEX idea_newest ON idea (municipality_id, published_at DESC, id DESC) WHERE state = 'published' AND hidden_at IS NULL;
CREATE INDEX idea_supported ON idea (municipality_id, support_total DESC, id DESC) WHERE state = 'published' AND hidden_at IS NULL;
CREATE INDEX idea_discussed ON idea (municipality_id, comments DESC, id DESC) WHERE state = 'published' AND hidden_at IS NULL;
CREATE INDEX idea_rising ON idea (municipality_id, rising DESC, id DESC) WHERE state = 'published' AND hidden_at IS NULL;
CREATE INDEX idea_by_category ON idea (municipality_id, category, published_at DESC, id DESC) WHERE state = 'published' AND hidden_at IS NULL;
CREATE INDEX idea_by_language ON idea (municipality_id, language, published_at DESC, id DESC) WHERE state = 'published' AND hidden_at IS NULL;
CREATE INDEX idea_by_tag ON idea USING gin (tags);

CREATE TABLE idea_version (
  idea_id uuid NOT NULL CONSTRAINT idea_version_of REFERENCES idea ON DELETE CASCADE,
  number integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  language text NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT idea_version_pkey PRIMARY KEY (idea_id, number)
);

-- Apart from the idea, so that a support does not rewrite what can be searched.
CREATE TABLE idea_search (
  idea_id uuid CONSTRAINT idea_search_pkey PRIMARY KEY CONSTRAINT idea_search_of REFERENCES idea ON DELETE CASCADE,
  document tsvector NOT NULL,
  words text NOT NULL
);
CREATE INDEX idea_search_document ON idea_search USING gin (document);
CREATE INDEX idea_search_words ON idea_search USING gin (words gin_trgm_ops);

CREATE TABLE support (
  idea_id uuid NOT NULL CONSTRAINT support_of REFERENCES idea ON DELETE CASCADE,
  account_id uuid NOT NULL CONSTRAINT support_by REFERENCES account ON DELETE CASCADE,
  at timestamptz(3) NOT NULL,
  CONSTRAINT support_once PRIMARY KEY (idea_id, account_id)
);
CREATE INDEX support_by_account ON support (account_id);

CREATE TABLE thread (
  type text NOT NULL,
  subject_id uuid NOT NULL,
  municipality_id uuid NOT NULL CONSTRAINT thread_of REFERENCES municipality ON DELETE CASCADE,
  seq integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  CONSTRAINT thread_pkey PRIMARY KEY (type, subject_id)
);

CREATE TABLE comment (
  id uuid CONSTRAINT comment_pkey PRIMARY KEY,
  type text NOT NULL,
  subject_id uuid NOT NULL,
  municipality_id uuid NOT NULL CONSTRAINT comment_of REFERENCES municipality ON DELETE CASCADE,
  author_id uuid CONSTRAINT comment_by REFERENCES account ON DELETE SET NULL,
  parent_id uuid CONSTRAINT comment_answers REFERENCES comment,
  root_id uuid NOT NULL,
  path integer[] NOT NULL,
  depth integer NOT NULL,
  seq integer NOT NULL,
  state text NOT NULL CONSTRAINT comment_state CHECK (state IN ('visible', 'hidden', 'deleted')),
  body text NOT NULL,
  html text NOT NULL,
  language text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  edited_at timestamptz(3),
  likes integer NOT NULL DEFAULT 0 CONSTRAINT comment_likes CHECK (likes >= 0),
  imported_likes integer NOT NULL DEFAULT 0,
  like_total integer GENERATED ALWAYS AS (likes + imported_likes) STORED,
  replies integer NOT NULL DEFAULT 0,
  hidden_at timestamptz(3),
  hidden_reason text,
  hidden_note text,
  request_key uuid,
  CONSTRAINT comment_in_thread FOREIGN KEY (type, subject_id) REFERENCES thread ON DELETE CASCADE,
  CONSTRAINT comment_hidden_with_reason CHECK ((state = 'hidden') <= (hidden_reason IS NOT NULL AND hidden_note IS NOT NULL AND hidden_at IS NOT NULL))
);
CREATE UNIQUE INDEX comment_request_once ON comment (author_id, request_key);
CREATE INDEX comment_roots ON comment (type, subject_id, path) WHERE parent_id IS NULL;
CREATE INDEX comment_roots_liked ON comment (type, subject_id, like_total DESC, id DESC) WHERE parent_id IS NULL;
CREATE INDEX comment_answers_in_order ON comment (root_id, path) WHERE parent_id IS NOT NULL;
CREATE INDEX comment_parent ON comment (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX comment_changes ON comment (type, subject_id, seq);
CREATE INDEX comment_by_author ON comment (author_id);

CREATE TABLE comment_version (
  comment_id uuid NOT NULL CONSTRAINT comment_version_of REFERENCES comment ON DELETE CASCADE,
  number integer NOT NULL,
  body text NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT comment_version_pkey PRIMARY KEY (comment_id, number)
);

CREATE TABLE comment_like (
  comment_id uuid NOT NULL CONSTRAINT comment_like_of REFERENCES comment ON DELETE CASCADE,
  account_id uuid NOT NULL CONSTRAINT comment_like_by REFERENCES account ON DELETE CASCADE,
  at timestamptz(3) NOT NULL,
  CONSTRAINT comment_like_once PRIMARY KEY (comment_id, account_id)
);
CREATE INDEX comment_like_by_account ON comment_like (account_id);

CREATE TABLE moderation_act (
  id uuid CONSTRAINT moderation_act_pkey PRIMARY KEY,
  municipality_id uuid NOT NULL CONSTRAINT moderation_act_in REFERENCES municipality ON DELETE CASCADE,
  moderator_id uuid CONSTRAINT moderation_act_by REFERENCES account ON DELETE SET NULL,
  act text NOT NULL CONSTRAINT moderation_act_kind CHECK (act IN ('hide', 'restore', 'dismiss')),
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  reason text,
  note text NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT moderation_act_hide_with_reason CHECK (act <> 'hide' OR reason IS NOT NULL)
);
CREATE INDEX moderation_log ON moderation_act (municipality_id, at DESC, id DESC);

CREATE TABLE report (
  id uuid CONSTRAINT report_pkey PRIMARY KEY,
  municipality_id uuid NOT NULL CONSTRAINT report_in REFERENCES municipality ON DELETE CASCADE,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  reporter_id uuid CONSTRAINT report_by REFERENCES account ON DELETE SET NULL,
  reason text NOT NULL,
  note text NOT NULL,
  at timestamptz(3) NOT NULL,
  settled_by uuid CONSTRAINT report_settled_by REFERENCES moderation_act
);
CREATE UNIQUE INDEX report_once ON report (subject_type, subject_id, reporter_id) WHERE settled_by IS NULL;
CREATE INDEX report_waiting ON report (municipality_id, at, id) WHERE settled_by IS NULL;
CREATE INDEX report_of_subject ON report (subject_type, subject_id);
CREATE INDEX report_by_reporter ON report (reporter_id);

-- Where the socket adapter leaves messages that are too long for NOTIFY.
CREATE TABLE socket_io_attachments (
  id bigserial UNIQUE,
  created_at timestamptz DEFAULT now(),
  payload bytea
);
`;

const tables =
  'socket_io_attachments report moderation_act comment_like comment_version comment thread support idea_search idea_version idea council_member council session account category municipality_host municipality';

export class Begin1763769600000 implements MigrationInterface {
  readonly name = 'Begin1763769600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.split(' ')) await runner.query(`DROP TABLE ${table}`);
  }
}

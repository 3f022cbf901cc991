-- How the holder of an account proves who they are, beside the password.
alter table access.account
  -- the shared secret of RFC 6238, null without an authenticator
  add column authenticator bytea,
  add column authenticator_since timestamptz,
  -- the last time step of which a code was taken: a code counts once
  add column authenticator_step bigint not null default 0,
  -- how often the news are told: weekly, daily, never
  add column rhythm text not null default 'weekly',
  -- what stands in the link that stops the news
  add column stop_code text not null default encode(sha256(gen_random_uuid()::text::bytea || gen_random_uuid()::text::bytea), 'hex');

create unique index account_stop_code on access.account (stop_code);

-- Codes on paper, each good once.
create table access.recovery_code (
  account bigint not null references access.account (id) on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  primary key (account, digest)
);

-- A link in a mail that opens an account to whoever reads the mailbox, once. Only its digest is kept.
create table access.letter (
  digest bytea primary key,
  account bigint not null references access.account (id) on delete cascade,
  purpose text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index letter_account on access.letter (account);

-- What the next digest tells the holder of an account: the newest of each thing, once.
create table access.news (
  id bigint generated always as identity primary key,
  account bigint not null references access.account (id) on delete cascade,
  topic text not null,
  about text not null,
  path text not null,
  -- in the language of the account
  sentence text not null,
  at timestamptz not null default now(),
  told_at timestamptz
);
create unique index news_waiting on access.news (account, topic, about) where told_at is null;

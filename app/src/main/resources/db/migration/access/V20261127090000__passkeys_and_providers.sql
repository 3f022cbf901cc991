-- Passkeys (WebAuthn) and providers (OpenID Connect), by which the holder of an account signs in too.
alter table access.account
  -- the user handle of WebAuthn: random, so that what a device keeps of it tells nothing of its holder
  add column handle text not null default gen_random_uuid()::text,
  -- the word of a provider opens no account to which nobody was invited
  add column invited_at timestamptz;

create unique index account_handle on access.account (handle);

update access.account a set invited_at = a.created_at
where a.password is not null
  or exists (select 1 from access.letter l where l.account = a.id and l.purpose = 'invitation');

create table access.passkey (
  id bigint generated always as identity primary key,
  account bigint not null references access.account (id) on delete cascade,
  name text not null,
  -- the id that the device gave it
  credential bytea not null unique,
  -- attested credential data (WebAuthn, section 6.5.1): kind of device, credential id, public key
  attested bytea not null,
  -- how often the device says that it was used, 0 when it does not count
  counter bigint not null,
  -- whether the device may copy it elsewhere, which never changes
  copied boolean not null,
  added_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_account on access.passkey (account);

-- What a device is asked to sign, once and for some minutes. Only its digest is kept.
create table access.challenge (
  digest text primary key,
  -- who adds a passkey with it, null at a sign-in
  account bigint references access.account (id) on delete cascade,
  expires_at timestamptz not null
);
create index challenge_expiry on access.challenge (expires_at);

-- Whom a provider calls by which name.
create table access.provider_link (
  id bigint generated always as identity primary key,
  account bigint not null references access.account (id) on delete cascade,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null default now(),
  used_at timestamptz,
  unique (issuer, subject),
  unique (account, issuer)
);

-- Whom the word of a provider opens an account no more by its address: its holder has unlinked them.
create table access.provider_unlinked (
  account bigint not null references access.account (id) on delete cascade,
  issuer text not null,
  primary key (account, issuer)
);

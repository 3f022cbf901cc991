-- Stage 11, record: every published act, in the order in which the log holds it.
create schema record;

create sequence record.entry_id;
create table record.entry (
  id bigint primary key default nextval('record.entry_id'),
  index bigint unique check (index >= 0),
  type text not null,
  of_ref text not null,
  about text,
  at timestamptz not null,
  payload bytea not null,
  leaf bytea not null check (octet_length(leaf) = 32)
);
create index on record.entry (of_ref);
create index on record.entry (about) where about is not null;
create index on record.entry (leaf);
create index on record.entry (id) where index is null;
comment on table record.entry is 'written with the rows it tells of; once it has an index nothing of it ever changes';
comment on column record.entry.index is 'its place in the log, null until the sequencer gave it one';
comment on column record.entry.about is 'a further object to whose history it belongs';
comment on column record.entry.payload is 'the bytes in the log: canonical JSON (RFC 8785)';

create table record.disclosure (
  entry bigint not null,
  name text not null,
  digest bytea not null check (octet_length(digest) = 32),
  salt bytea check (octet_length(salt) = 16),
  value text,
  redaction bigint,
  primary key (entry, name),
  check ((salt is null) = (value is null)),
  check ((redaction is null) = (salt is not null))
);
create index on record.disclosure using brin (digest bytea_bloom_ops) with (pages_per_range = 32, autosummarize = on);
create index on record.disclosure (value) where name in ('key', 'ref', 'sha256');
comment on table record.disclosure is
  'what the digests of an entry stand for (RFC 9901). No foreign key: it would cost an import as much as all the rest of the record; the audit looks for strays';
comment on column record.disclosure.redaction is 'the entry that tells of its erasure';

create table record.checkpoint (
  size bigint primary key,
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  key text not null,
  at timestamptz not null default now()
);
comment on table record.checkpoint is 'what was published: by it a database or a log that was rolled back is noticed';
comment on column record.checkpoint.key is 'the public key that signed it, as a C2SP verifier key';

-- Stage 2, consultation: what was asked, what was received, what it says, and the codes laid on it.
create schema consultation;

create table consultation.consultation (
  ref text primary key,
  type text not null,
  title text not null,
  title_language text not null default '',
  host text not null default '',
  place text not null default '',
  country text not null default '',
  starts timestamp,
  ends timestamp,
  zone text not null default '',
  region text not null default '',
  source text not null default '',
  fictional boolean not null default false,
  check (starts is null or zone <> ''),
  check (ends is null or ends >= starts)
);
comment on column consultation.consultation.starts is 'local time at the place, in the IANA zone beside it';

create table consultation.expected (
  type text primary key,
  number integer not null check (number >= 0),
  approximate boolean not null,
  source text not null default ''
);

create table consultation.expected_voice (
  stakeholder_type text not null,
  region text not null,
  language text not null,
  number integer not null check (number >= 0),
  primary key (stakeholder_type, region, language)
);

create sequence consultation.input_number;
create table consultation.input (
  number bigint primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  title text not null default '',
  media_type text not null,
  size_bytes bigint not null,
  status text not null,
  detail text not null default '',
  pages integer not null,
  language text not null default '',
  language_source text not null check (language_source in ('declared', 'detected', 'unknown')),
  stakeholder text references participation.stakeholder (key),
  consultation text references consultation.consultation (ref),
  licence text not null default '',
  consent text not null check (consent in ('publish', 'withheld')),
  told_by text not null default '',
  received timestamptz not null default now(),
  fictional boolean not null default false
);
create index on consultation.input (consultation);

create table consultation.input_text (
  input bigint primary key references consultation.input (number),
  text text not null,
  blocks integer[] not null
);
comment on column consultation.input_text.blocks is 'five numbers a block: kind, level, page, start, end (UTF-16 code units)';

create sequence consultation.statement_number;
create table consultation.statement (
  number bigint primary key,
  input bigint not null references consultation.input (number),
  row_number integer not null,
  own_ref text not null default '',
  page integer not null,
  headings text not null default '',
  label text not null default '',
  paragraph integer not null,
  starts integer not null,
  ends integer not null,
  language text not null,
  kind text not null,
  cue text not null default '',
  speaker text not null default '',
  addressee text not null default '',
  context text not null default '',
  text text not null,
  stakeholder text references participation.stakeholder (key),
  consultation text references consultation.consultation (ref),
  consent text not null check (consent in ('publish', 'withheld')),
  told_by text not null default '',
  unique (input, row_number, starts, ends)
);
create unique index on consultation.statement (own_ref) where own_ref <> '';
comment on column consultation.statement.context is 'headings and lead sentence from which codes may be taken over';
comment on column consultation.statement.row_number is 'row of the table it came in (the header is 1), 0 when it came in a document';

create table consultation.thesaurus (
  number bigint primary key generated always as identity,
  imported timestamptz not null default now(),
  skos text not null
);
comment on table consultation.thesaurus is 'editions of the thesaurus as SKOS in RDF/XML; the latest holds, without any the one that comes with the product';

create table consultation.suggestion (
  statement bigint not null references consultation.statement (number),
  scheme text not null check (scheme in ('dimension', 'theme')),
  term text not null,
  rule text not null,
  matched text not null,
  words text not null,
  primary key (statement, scheme, term)
);

create table consultation.decision (
  number bigint primary key generated always as identity,
  statement bigint not null references consultation.statement (number),
  scheme text not null check (scheme in ('dimension', 'theme')),
  term text not null,
  accepted boolean not null,
  by_role text not null,
  reason text not null default '',
  decided timestamptz not null default now()
);
create index on consultation.decision (statement);
comment on table consultation.decision is 'what a person decided about a code; the latest holds, none is ever deleted';

create table consultation.reading (
  sha256 text not null,
  reader text not null,
  result bytea not null,
  primary key (sha256, reader)
);
comment on table consultation.reading is 'work kept between two runs of a stopped import: what was read of a file; never shown';

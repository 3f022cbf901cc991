-- Stage 5, commitment: what was promised, by whom, until when, with what means, and what it answers.
create schema commitment;

create table commitment.commitment (
  id bigint generated always as identity primary key,
  own_ref text not null default '',
  version int not null default 1,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  owner text not null references participation.stakeholder (key),
  title text not null,
  body text not null,
  language text not null,
  level text not null default '',
  dimensions text[] not null default '{}',
  themes text[] not null default '{}',
  objectives text[] not null default '{}',
  sdg text[] not null default '{}',
  obligation text not null check (obligation in ('voluntary-pledge', 'political-commitment', 'legal-duty')),
  office text not null default '',
  starts date,
  due date,
  schedule text not null default 'yearly' check (schedule in ('once', 'yearly', 'milestones')),
  first_report date,
  sources text[] not null default '{}',
  missing text[] not null default '{}',
  historical boolean not null default false,
  fictional boolean not null default false,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  changed_at timestamptz not null,
  changed_by bigint,
  check (due is null or starts is null or due >= starts)
);
create unique index commitment_own_ref on commitment.commitment (own_ref) where own_ref <> '';
create index commitment_owner on commitment.commitment (owner);
create index commitment_published on commitment.commitment (published_at desc, id) where state <> 'draft';
create index commitment_dimensions on commitment.commitment using gin (dimensions) where state <> 'draft';
create index commitment_themes on commitment.commitment using gin (themes) where state <> 'draft';
create index commitment_objectives on commitment.commitment using gin (objectives) where state <> 'draft';
create index commitment_sdg on commitment.commitment using gin (sdg) where state <> 'draft';
create index commitment_sources on commitment.commitment using gin (sources);
comment on column commitment.commitment.own_ref is 'the reference under which an import knows it';
comment on column commitment.commitment.level is 'where it is carried out: community, local, national, regional, global';
comment on column commitment.commitment.missing is 'what keeps it from being measured, as it was when it was written';
comment on column commitment.commitment.sources is 'what it answers: statements (S-), points (PT-), proposed commitments (PC-)';
comment on column commitment.commitment.historical is 'entered after its time: its dates may lie in the past';

create table commitment.actor (
  commitment bigint not null references commitment.commitment (id),
  stakeholder text not null references participation.stakeholder (key),
  position int not null,
  state text not null check (state in ('asked', 'confirmed', 'declined')),
  answered_at timestamptz,
  answered_by bigint,
  primary key (commitment, stakeholder)
);
create index actor_stakeholder on commitment.actor (stakeholder);
comment on table commitment.actor is 'who undertakes it; the owner is the first, and has confirmed by publishing it';

create table commitment.milestone (
  id bigint generated always as identity primary key,
  commitment bigint not null references commitment.commitment (id),
  position int not null,
  title text not null,
  due date not null,
  after bigint references commitment.milestone (id)
);
create index milestone_commitment on commitment.milestone (commitment);

create table commitment.target (
  id bigint generated always as identity primary key,
  commitment bigint not null references commitment.commitment (id),
  position int not null,
  indicator text not null,
  sdg_indicator text not null default '',
  baseline numeric,
  baseline_on date,
  value numeric,
  unit text not null default '',
  due date
);
create index target_commitment on commitment.target (commitment);

create table commitment.means (
  id bigint generated always as identity primary key,
  commitment bigint not null references commitment.commitment (id),
  position int not null,
  offer boolean not null,
  kind text not null check (kind in ('finance', 'capacity', 'technology', 'law', 'data', 'partnership')),
  body text not null,
  amount numeric(20, 2),
  unit text not null default '',
  period text not null default '',
  region text not null default '',
  check (amount is null or (amount > 0 and unit <> ''))
);
create index means_commitment on commitment.means (commitment);
create index means_kind on commitment.means (kind, offer);
comment on column commitment.means.region is 'UN M49 code of where it is needed or offered, or empty';

create table commitment.translation (
  commitment bigint not null references commitment.commitment (id),
  language text not null,
  title text not null,
  body text not null,
  maker text not null,
  machine boolean not null,
  of_version int not null,
  at timestamptz not null,
  primary key (commitment, language)
);
comment on column commitment.translation.of_version is 'the version of the commitment that was translated';

create table commitment.link (
  commitment bigint not null references commitment.commitment (id),
  other bigint not null references commitment.commitment (id),
  kind text not null check (kind in ('matches', 'follows', 'supersedes')),
  confirmed_at timestamptz,
  primary key (commitment, other, kind),
  check (commitment <> other)
);
create index link_other on commitment.link (other);

create table commitment.version (
  commitment bigint not null references commitment.commitment (id),
  version int not null,
  at timestamptz not null,
  reason text not null default '',
  content text not null,
  primary key (commitment, version)
);
comment on table commitment.version is 'how it read each time it was published or changed, as JSON';

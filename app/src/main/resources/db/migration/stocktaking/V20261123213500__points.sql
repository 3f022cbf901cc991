-- What rapporteurs keep of a session: points, each with its versions and the statements behind it,
-- and the summaries in which they are published.
create table stocktaking.point (
  id bigint generated always as identity primary key,
  session bigint not null references participation.session (id),
  -- given by the device that captured it: sent twice, it is kept once
  capture uuid not null unique,
  version int not null default 1,
  position int not null,
  body text not null,
  language text not null,
  quote boolean not null default false,
  speaker text not null default '',
  dimension text not null default '',
  theme text not null default '',
  support text not null default '',
  dissent text not null default '',
  merged_into bigint references stocktaking.point (id),
  removed_at timestamptz,
  changed_at timestamptz not null,
  changed_by bigint not null references access.account (id)
);
create index point_session on stocktaking.point (session, position);

create table stocktaking.point_source (
  point bigint not null references stocktaking.point (id),
  statement bigint not null references consultation.statement (number),
  primary key (point, statement)
);
create index point_source_statement on stocktaking.point_source (statement);

-- Every version that a point ever had: nothing is written over.
create table stocktaking.point_version (
  point bigint not null references stocktaking.point (id),
  version int not null,
  body text not null,
  language text not null,
  quote boolean not null,
  speaker text not null,
  dimension text not null,
  theme text not null,
  support text not null,
  dissent text not null,
  removed boolean not null,
  changed_at timestamptz not null,
  changed_by bigint not null,
  primary key (point, version)
);

create table stocktaking.summary (
  id bigint generated always as identity primary key,
  session bigint not null references participation.session (id),
  version int not null,
  final boolean not null,
  published_at timestamptz not null,
  published_by bigint not null references access.account (id),
  -- of a draft: until when a participant may ask to correct it
  objections_until timestamptz,
  reason text not null default '',
  unique (session, version)
);

-- The points of a published summary, as they read in it.
create table stocktaking.summary_point (
  summary bigint not null references stocktaking.summary (id),
  point bigint not null references stocktaking.point (id),
  position int not null,
  body text not null,
  language text not null,
  quote boolean not null,
  speaker text not null,
  dimension text not null,
  theme text not null,
  support text not null,
  dissent text not null,
  sources text[] not null,
  -- it stood in the version before and no longer does
  left_out boolean not null,
  primary key (summary, point)
);
create index summary_point_point on stocktaking.summary_point (point);

create table stocktaking.correction (
  id bigint generated always as identity primary key,
  summary bigint not null references stocktaking.summary (id),
  point bigint references stocktaking.point (id),
  asked_by bigint not null references access.account (id),
  -- in whose name it is asked
  stakeholder text not null references participation.stakeholder (key) on update cascade,
  body text not null,
  asked_at timestamptz not null,
  accepted boolean,
  answer text not null default '',
  answered_at timestamptz,
  answered_by bigint references access.account (id)
);
create index correction_summary on stocktaking.correction (summary);

-- What came out of a meeting: proposed commitments with the points that they answer and the means
-- that they need or offer; and what became of each statement.
create table stocktaking.proposal (
  id bigint generated always as identity primary key,
  session bigint not null references participation.session (id),
  version int not null default 1,
  body text not null,
  language text not null,
  dimension text not null,
  time_frame text not null default '',
  withdrawn_reason text not null default '',
  changed_at timestamptz not null,
  changed_by bigint not null references access.account (id)
);
comment on column stocktaking.proposal.dimension is 'human, community, local, national, regional, global';

create table stocktaking.proposal_point (
  proposal bigint not null references stocktaking.proposal (id),
  point bigint not null references stocktaking.point (id),
  primary key (proposal, point)
);
create index proposal_point_point on stocktaking.proposal_point (point);

create table stocktaking.means (
  id bigint generated always as identity primary key,
  proposal bigint not null references stocktaking.proposal (id),
  offer boolean not null,
  kind text not null,
  body text not null,
  amount numeric(20, 2),
  unit text not null default '',
  period text not null default '',
  constraint means_amount_has_a_unit check (amount is null or (amount > 0 and unit <> ''))
);
create index means_proposal on stocktaking.means (proposal);
comment on column stocktaking.means.kind is 'finance, capacity, technology, law, data, partnership';
comment on column stocktaking.means.unit is 'ISO 4217 for money, else a word';

-- Only what somebody has to decide is here: a statement behind a published point is kept, without
-- anybody saying so again.
create table stocktaking.disposition (
  statement bigint primary key references consultation.statement (number),
  reason text not null,
  decided_at timestamptz not null,
  decided_by bigint not null references access.account (id)
);
comment on table stocktaking.disposition is 'statements that were not taken up, and why';

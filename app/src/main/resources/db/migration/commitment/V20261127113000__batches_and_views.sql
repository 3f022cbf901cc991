-- Daily work on the list of commitments: batch edits and the views that somebody keeps.
create table commitment.batch (
  id bigint generated always as identity primary key,
  owner text references participation.stakeholder (key),
  account bigint references access.account (id),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
  ids bigint[] not null,
  edit text not null,
  reason text not null default '',
  done int not null default 0,
  changed int not null default 0,
  stop boolean not null default false,
  failure text not null default '',
  asked_at timestamptz not null,
  ended_at timestamptz
);
comment on table commitment.batch is 'one change of many commitments, in one transaction: whole or not at all';
comment on column commitment.batch.owner is 'whose commitments it changes; null where the secretariat changes codes of anybody''s';
comment on column commitment.batch.ids is 'those that were selected';
comment on column commitment.batch.edit is 'what is set, left and removed, as JSON';
comment on column commitment.batch.done is 'how many it has come by so far';
comment on column commitment.batch.stop is 'somebody asked it to stop: it takes everything back';

create table commitment.saved_view (
  id bigint generated always as identity primary key,
  account bigint not null references access.account (id),
  name text not null,
  filter text not null,
  unique (account, name)
);
comment on column commitment.saved_view.filter is 'parameters of the address of the list';

-- The summary of a meeting as its chair issued it. A version is never changed; the newest holds.
create table stocktaking.chair_summary (
  id bigint generated always as identity primary key,
  meeting bigint not null references participation.meeting (id),
  version int not null,
  language text not null,
  remarks text not null,
  reason text not null,
  content text not null,
  issued_at timestamptz not null,
  issued_by bigint not null references access.account (id),
  unique (meeting, version)
);
comment on column stocktaking.chair_summary.remarks is 'one sentence of the chair a line, each with the references that it rests on';
comment on column stocktaking.chair_summary.content is 'outcomes and points as they read when it was issued, as JSON';

-- Campaigns: what persons decided about groups, what became of groups, and who is behind a campaign.

alter table stocktaking.membership add column found bigint;
update stocktaking.membership set found = group_number;
alter table stocktaking.membership alter column found set not null;
comment on column stocktaking.membership.found is 'the group by the words alone, before what persons decided: the smallest statement number of it';

create table stocktaking.regrouping (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('split', 'join')),
  group_number bigint not null,
  joined bigint,
  statements bigint[] not null,
  representative bigint not null,
  newest bigint not null,
  volume int not null,
  state_sha256 text not null,
  reason text not null check (reason <> ''),
  decided_at timestamptz not null,
  decided_by bigint not null references access.account (id),
  undone_reason text not null default '',
  undone_at timestamptz,
  undone_by bigint references access.account (id),
  check ((kind = 'join') = (joined is not null)),
  check ((undone_at is null) = (undone_reason = ''))
);
comment on table stocktaking.regrouping is 'a person''s decision that statements leave a group or that two groups are one; it holds over what the words alone say';
comment on column stocktaking.regrouping.statements is 'those that were taken out, for a split';
comment on column stocktaking.regrouping.representative is 'the statement that stood for those that stayed';
comment on column stocktaking.regrouping.newest is 'the newest statement there was: later ones go to the side whose words are nearer';
comment on column stocktaking.regrouping.state_sha256 is 'of the numbers of the statements that were in the group or groups, one a line in ascending order';

create table stocktaking.group_event (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('merged', 'split')),
  group_number bigint not null,
  other bigint not null,
  statements int not null,
  regrouping bigint references stocktaking.regrouping (id),
  undone boolean not null,
  happened_at timestamptz not null
);
create index on stocktaking.group_event (group_number);
create index on stocktaking.group_event (other);
comment on table stocktaking.group_event is 'what became of a group that was there before: all of it went into another (merged), or part of it went into another (split)';
comment on column stocktaking.group_event.regrouping is 'the decision that did it, null when new texts did';

create table stocktaking.campaign_origin (
  id bigint generated always as identity primary key,
  statement bigint not null references consultation.statement (number),
  origin text not null,
  source text not null check (source <> ''),
  noted_at timestamptz not null,
  noted_by bigint not null references access.account (id)
);
comment on table stocktaking.campaign_origin is 'who declares to be behind a campaign; of those of a group the newest holds, an empty origin takes it back';
comment on column stocktaking.campaign_origin.statement is 'that stood for the group when it was noted: it belongs to the group in which this one is';

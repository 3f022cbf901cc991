-- Stage 1, participation: who asked for the floor in a session, in which order, and who spoke how long.
create table participation.floor (
  session bigint primary key references participation.session (id),
  open boolean not null default false,
  -- seconds that a turn gets unless it is given others
  time_limit int not null default 180 check (time_limit between 10 and 3600),
  -- grows with each change, so that whoever shows the list knows whether it still holds
  version bigint not null default 0
);

create table participation.floor_turn (
  id bigint generated always as identity primary key,
  session bigint not null references participation.floor (session),
  stakeholder text not null references participation.stakeholder (key) on update cascade,
  -- who asked, when the speaker did so and nobody in their place
  account bigint references access.account (id),
  -- for the figures alone, as it was given: woman, man, other, or empty
  gender text not null default '' check (gender in ('', 'woman', 'man', 'other')),
  -- of the form that asked: sent twice, it asks once
  asked_by_form uuid not null unique,
  position int not null,
  time_limit int not null check (time_limit between 1 and 3600),
  state text not null default 'waiting' check (state in ('waiting', 'speaking', 'done', 'withdrawn', 'yielded')),
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  constraint floor_turn_moments check (
    (state in ('waiting', 'withdrawn') and started_at is null)
    or (state = 'speaking' and started_at is not null and ended_at is null)
    or (state in ('done', 'yielded') and ended_at >= started_at)
  )
);
-- One speaks at a time, and nobody waits twice.
create unique index floor_turn_speaking on participation.floor_turn (session) where state = 'speaking';
create unique index floor_turn_once on participation.floor_turn (session, stakeholder) where state in ('waiting', 'speaking');
create index floor_turn_session on participation.floor_turn (session, position);

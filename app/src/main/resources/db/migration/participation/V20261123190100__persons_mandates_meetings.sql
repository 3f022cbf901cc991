-- Stage 1, participation: persons, the mandates by which they act, and the meetings where they do.
alter table participation.stakeholder
  add identifier text not null default '',
  add withdrawn_at timestamptz,
  add withdrawn_reason text not null default '';
comment on column participation.stakeholder.identifier is 'org-id.guide identifier, where there is one';
comment on column participation.stakeholder.withdrawn_at is 'when it left the process; its history stays';

create table participation.person (
  id bigint generated always as identity primary key,
  account bigint unique references access.account (id),
  name text not null,
  email text not null default '',
  language text not null default 'en',
  -- as the person gave it, or empty: woman, man, other
  gender text not null default '',
  -- kept out of every list and export
  at_risk boolean not null default false,
  fictional boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index person_email on participation.person (lower(email)) where email <> '';

create table participation.mandate (
  id bigint generated always as identity primary key,
  person bigint not null references participation.person (id),
  stakeholder text not null references participation.stakeholder (key) on update cascade,
  role text not null,
  begins_at timestamptz not null,
  -- exclusive; null as long as nobody ended it
  ends_at timestamptz,
  -- the account that gave it, null when it came with an import or a command
  given_by bigint references access.account (id),
  ended_by bigint references access.account (id),
  successor bigint references participation.mandate (id),
  constraint mandate_ends_after_it_begins check (ends_at is null or ends_at > begins_at)
);
create index mandate_person on participation.mandate (person);
create index mandate_stakeholder on participation.mandate (stakeholder);

create table participation.meeting (
  id bigint generated always as identity primary key,
  title text not null,
  title_language text not null default 'en',
  place text not null default '',
  -- IANA name: every time of the meeting is told in it
  zone text not null,
  first_day date not null,
  last_day date not null,
  published boolean not null default false,
  fictional boolean not null default false,
  sequence int not null default 0,
  changed_at timestamptz not null default now(),
  constraint meeting_days check (last_day >= first_day)
);

create table participation.session (
  id bigint generated always as identity primary key,
  meeting bigint not null references participation.meeting (id),
  type text not null,
  title text not null,
  title_language text not null default 'en',
  dimension text not null default '',
  room text not null default '',
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  -- of its calendar entry (RFC 5545): raised at each change of time, room or title
  sequence int not null default 0,
  cancelled_at timestamptz,
  changed_at timestamptz not null default now(),
  constraint session_ends_after_it_begins check (ends_at > begins_at)
);
create index session_meeting on participation.session (meeting, begins_at);
comment on column participation.session.type is 'plenary, panel, lab-talk, action-group, concluding';

-- Who serves a session, as moderator, rapporteur or panellist.
create table participation.session_officer (
  session bigint not null references participation.session (id),
  person bigint not null references participation.person (id),
  role text not null,
  primary key (session, person, role)
);

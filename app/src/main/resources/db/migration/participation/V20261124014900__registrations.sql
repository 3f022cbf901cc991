-- Stage 1, participation: who comes to a meeting. Names and addresses never leave this table for the public record.
create table participation.registration (
  id bigint generated always as identity primary key,
  meeting bigint not null references participation.meeting (id),
  stakeholder text not null references participation.stakeholder (key) on update cascade,
  name text not null,
  email text not null,
  function text not null default '',
  head boolean not null default false,
  listed boolean not null,
  state text not null default 'pending',
  reason text not null default '',
  -- when the head of the delegation agreed: from then on it takes a seat, or waits for one
  endorsed_at timestamptz,
  endorsed_by bigint references access.account (id),
  decided_at timestamptz,
  decided_by bigint references access.account (id),
  -- on the badge, and opens nothing but the check-in
  code text not null unique,
  -- known to the registered person alone: opens their own page
  pass text not null unique,
  checked_in_at timestamptz,
  entered_by bigint references access.account (id),
  created_at timestamptz not null default now(),
  constraint registration_state check (state in ('pending', 'approved', 'rejected', 'withdrawn', 'waiting')),
  constraint registration_email_lower check (email = lower(email)),
  constraint registration_rejected_for_a_reason check (state <> 'rejected' or reason <> ''),
  constraint registration_approved_after_the_head check (state not in ('approved', 'waiting') or endorsed_at is not null)
);
create unique index registration_once on participation.registration (meeting, email)
  where state not in ('withdrawn', 'rejected');
create index registration_delegation on participation.registration (meeting, stakeholder, state);

-- How many seats a delegation has. Whoever has none, by name or by type, is not accredited.
create table participation.registration_quota (
  meeting bigint not null references participation.meeting (id),
  -- one of the two is empty
  type text not null default '',
  stakeholder text references participation.stakeholder (key) on update cascade,
  seats int not null check (seats >= 0),
  constraint registration_quota_of_one check ((type = '') = (stakeholder is not null)),
  unique nulls not distinct (meeting, type, stakeholder)
);

-- Stage 9, practice: what is done and works, told so that others can take it up.
create schema practice;

create table practice.practice (
  id bigint generated always as identity primary key,
  version int not null default 1,
  stakeholder text not null references participation.stakeholder (key),
  title text not null,
  summary text not null,
  topic text not null,
  initiative text not null default '',
  objective text not null,
  speaker text not null default '',
  speaker_consents boolean not null default false,
  contact text not null default '',
  session bigint references participation.session (id),
  language text not null,
  dimensions text[] not null default '{}',
  themes text[] not null default '{}',
  statements bigint[] not null default '{}',
  state text not null default 'draft',
  withdrawn_reason text not null default '',
  published_at timestamptz,
  changed_at timestamptz not null,
  changed_by bigint not null references access.account (id),
  constraint practice_state check (state in ('draft', 'published', 'withdrawn')),
  constraint practice_published_has_its_moment check (state <> 'published' or published_at is not null),
  constraint practice_withdrawn_has_a_reason check ((state = 'withdrawn') = (withdrawn_reason <> '')),
  constraint practice_contact_is_no_mailbox check (contact not like '%@%')
);
create index practice_session on practice.practice (session);
create index practice_stakeholder on practice.practice (stakeholder);
comment on column practice.practice.stakeholder is 'the owner, who alone edits it';
comment on column practice.practice.speaker is 'who gave the talk; shown only with consent, never in the record';
comment on column practice.practice.contact is 'web or postal address of an organisation';
comment on column practice.practice.published_at is 'kept when it is withdrawn; null for what was never public';

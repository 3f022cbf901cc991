-- A consultation may call for submissions; submitters hand them in themselves.
alter table consultation.consultation
  add deadline timestamp,
  add call_languages text[] not null default '{}',
  add takes_late boolean not null default false,
  add constraint consultation_deadline_has_a_zone check (deadline is null or zone <> '');
comment on column consultation.consultation.deadline is 'as it was announced, on the clocks of the zone beside it; null: it does not call for submissions';
comment on column consultation.consultation.call_languages is 'in which submissions are taken; empty: all six';

create table consultation.extension (
  id bigint generated always as identity primary key,
  consultation text not null references consultation.consultation (ref),
  stakeholder text references participation.stakeholder (key),
  deadline timestamp not null,
  reason text not null check (reason <> ''),
  granted_at timestamptz not null,
  granted_by bigint references access.account (id)
);
create index extension_consultation on consultation.extension (consultation);
comment on table consultation.extension is 'later deadlines, each with its public reason; none is ever changed or deleted';
comment on column consultation.extension.stakeholder is 'for whom alone; null: for all';

create table consultation.submission (
  id bigint generated always as identity primary key,
  version int not null default 1,
  consultation text not null references consultation.consultation (ref),
  stakeholder text not null references participation.stakeholder (key),
  title text not null,
  language text not null,
  licence text not null default '',
  consent text not null check (consent in ('publish', 'withheld')),
  notes text not null default '',
  file_name text not null default '',
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null default 0,
  media_type text not null default '',
  status text not null default '',
  detail text not null default '',
  pages int not null default 0,
  found_language text not null default '',
  statements int not null default 0,
  state text not null default 'draft',
  recorded boolean not null default false,
  received_at timestamptz,
  handed_in_at timestamptz,
  handed_in_by bigint references access.account (id),
  handed_title text not null default '',
  handed_file_name text not null default '',
  handed_sha256 text check (handed_sha256 ~ '^[0-9a-f]{64}$'),
  handed_bytes bigint not null default 0,
  deadline timestamptz,
  extension bigint references consultation.extension (id),
  late boolean not null default false,
  word text not null default '',
  decided_at timestamptz,
  input bigint unique references consultation.input (number),
  changed_at timestamptz not null,
  changed_by bigint not null references access.account (id),
  constraint submission_state check (state in ('draft', 'handed-in', 'returned', 'published', 'declined', 'withdrawn')),
  constraint submission_received_has_a_file check (state = 'draft' or (received_at is not null and handed_sha256 is not null)),
  constraint submission_published_is_an_input check ((state = 'published') = (input is not null)),
  constraint submission_refused_has_a_word check (state not in ('returned', 'declined') or word <> '')
);
create index submission_consultation on consultation.submission (consultation);
create index submission_stakeholder on consultation.submission (stakeholder);
comment on column consultation.submission.stakeholder is 'the owner: those who act for it alone see its drafts';
comment on column consultation.submission.notes is 'to the secretariat, never published';
comment on column consultation.submission.recorded is 'whether the public record has an act of it; from then on it is public that it came';
comment on column consultation.submission.received_at is 'when it was first handed in: whether it is late is told by that';
comment on column consultation.submission.handed_sha256 is 'what the receipt tells: the file as it was handed in last, whatever became of it while it was back';
comment on column consultation.submission.deadline is 'the moment of the deadline that holds for it';
comment on column consultation.submission.extension is 'the extension by which it was in time';
comment on column consultation.submission.word is 'what the secretariat said of it: what to mend, or publicly why it was declined';

create table consultation.cosignatory (
  submission bigint not null references consultation.submission (id) on delete cascade,
  stakeholder text not null references participation.stakeholder (key),
  answer text not null default 'asked' check (answer in ('asked', 'confirmed', 'declined')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by bigint references access.account (id),
  primary key (submission, stakeholder),
  constraint cosignatory_answer_has_its_moment check ((answer = 'asked') = (answered_at is null))
);
create index cosignatory_stakeholder on consultation.cosignatory (stakeholder);

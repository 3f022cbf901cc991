-- Stage 10, review: what came of what was promised, who says so, and who checked it.
create schema review;

create table review.standing (
  commitment bigint primary key references commitment.commitment (id),
  standing text not null check (standing in
    ('no-report', 'planned', 'under-way', 'mostly-done', 'done', 'stalled', 'withdrawn')),
  since timestamptz not null,
  last_report timestamptz,
  overdue boolean not null default false
);
create index standing_standing on review.standing (standing);
comment on table review.standing is 'where each public commitment stands, derived and kept in the transaction that changes it';
comment on column review.standing.last_report is 'when the newest report of an actor was published, null while nobody reported';
comment on column review.standing.overdue is 'whether a duty to report is flagged in public';

create table review.standing_change (
  id bigint generated always as identity primary key,
  commitment bigint not null references commitment.commitment (id),
  at timestamptz not null,
  before text not null,
  after text not null,
  reason text not null check (reason <> ''),
  evidence text not null check (evidence <> '')
);
create index standing_change_commitment on review.standing_change (commitment, at);
create index standing_change_at on review.standing_change (at);
comment on column review.standing_change.evidence is 'reference of what it rests on: a report (RP-), a label (OL-), the commitment (CM-)';

create table review.duty (
  id bigint generated always as identity primary key,
  commitment bigint not null references commitment.commitment (id),
  stakeholder text not null references participation.stakeholder (key),
  kind text not null check (kind in ('once', 'yearly', 'milestone', 'final')),
  milestone bigint,
  due date not null,
  state text not null default 'open' check (state in ('open', 'met', 'ended')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_reason text not null default '',
  report bigint,
  unique (commitment, stakeholder, kind, due)
);
create index duty_open on review.duty (due) where state = 'open';
create index duty_stakeholder on review.duty (stakeholder, due);
create index duty_yearly on review.duty (due) where kind = 'yearly';
comment on column review.duty.closed_reason is 'why it ended: withdrawn, declined, schedule, done';
comment on column review.duty.due is 'never moves: a changed schedule ends the duty with a reason and opens another';
comment on column review.duty.report is 'the report that met it';

create table review.label (
  id bigint generated always as identity primary key,
  duty bigint not null unique references review.duty (id),
  raised_at timestamptz not null,
  contested_at timestamptz,
  contested_reason text not null default '',
  decided_at timestamptz,
  decided_reason text not null default '',
  withdrawn boolean not null default false
);
create index label_raised on review.label (raised_at);
comment on table review.label is 'the public flag on a duty that nobody met, and what became of it when it was contested';

create table review.report (
  id bigint generated always as identity primary key,
  duty bigint references review.duty (id),
  commitment bigint not null references commitment.commitment (id),
  stakeholder text not null references participation.stakeholder (key),
  version int not null default 1,
  state text not null default 'draft' check (state in ('draft', 'validated', 'published', 'withdrawn')),
  progress text not null default '' check (progress in
    ('', 'planned', 'under-way', 'mostly-done', 'done', 'stalled')),
  language text not null,
  achieved text not null default '',
  hindered text not null default '',
  means_used text not null default '',
  next_steps text not null default '',
  unchanged boolean not null default false,
  fictional boolean not null default false,
  written_by bigint,
  writers bigint[] not null default '{}',
  validated_by bigint,
  validated_at timestamptz,
  published_at timestamptz,
  withdrawn_reason text not null default '',
  changed_at timestamptz not null
);
create unique index report_open on review.report (duty) where state in ('draft', 'validated');
create index report_commitment on review.report (commitment, published_at desc);
create index report_stakeholder on review.report (stakeholder, changed_at desc);
comment on column review.report.writers is 'numbers of the accounts that wrote in it: none of them validates it';
comment on column review.report.unchanged is 'says in one click that the report before still holds';

create table review.measured (
  report bigint not null references review.report (id),
  target bigint not null,
  value numeric not null,
  on_date date,
  primary key (report, target)
);
comment on column review.measured.target is 'commitment.target that was measured';

create table review.evidence (
  id bigint generated always as identity primary key,
  about text not null,
  kind text not null check (kind in ('file', 'link')),
  title text not null,
  url text not null default '',
  sha256 text not null default '',
  media_type text not null default '',
  size_bytes bigint not null default 0,
  type text not null check (type in ('law', 'budget', 'statistics', 'study', 'record', 'press', 'testimony', 'other')),
  independence text not null check (independence in ('own', 'third-party', 'official-statistics')),
  dated date,
  added_at timestamptz not null
);
create index evidence_about on review.evidence (about);
comment on column review.evidence.about is 'reference of what it supports: RP-, PL-, AS-';

-- Who was reminded of a report that falls due, how reports read before, and when the reminding is done.
create table review.reminder (
  id bigint generated always as identity primary key,
  duty bigint not null references review.duty (id),
  step text not null check (step in ('t-30', 't-7', 't0', 't14', 't45')),
  account bigint references access.account (id),
  at timestamptz not null,
  how text not null check (how in ('mail', 'digest', 'nobody', 'snoozed')),
  unique nulls not distinct (duty, step, account)
);
create index reminder_account on review.reminder (account, at);
create index reminder_nobody on review.reminder (at) where how = 'nobody';
comment on table review.reminder is 'each step of the ladder that was climbed for a duty, once for each person';
comment on column review.reminder.account is 'never shown and not in the record; null where nobody was there or all were held back';
comment on column review.reminder.how is 'mail: a letter of its own; digest: kept for the weekly one; nobody: none who could be reminded; snoozed: held back';

create table review.snooze (
  id bigint generated always as identity primary key,
  duty bigint not null references review.duty (id),
  until date not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by bigint
);
create index snooze_duty on review.snooze (duty, at);
comment on table review.snooze is 'reminders that an actor put off until a day, for a reason that everybody reads; the due date stays';

create table review.report_version (
  report bigint not null references review.report (id),
  version int not null,
  at timestamptz not null,
  reason text not null default '',
  content text not null,
  primary key (report, version)
);
comment on table review.report_version is 'how it read each time it was published or corrected, as JSON';

create index report_published on review.report (published_at desc, id desc) where published_at is not null;

-- The table of db-scheduler, by its own names of columns.
create table review.scheduled_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index scheduled_task_due on review.scheduled_task (execution_time);
create index scheduled_task_heartbeat on review.scheduled_task (last_heartbeat);

-- What is to be sent by mail. Written in the transaction of what it tells of, sent afterwards.
create schema mail;

create table mail.outbox (
  id bigint generated always as identity primary key,
  address text not null,
  language text not null,
  subject text not null,
  -- erased when it was sent: it may hold a secret
  body text not null,
  -- where one click stops mails of this kind (RFC 8058), or empty
  stop text not null default '',
  written_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts int not null default 0,
  next_at timestamptz not null default now(),
  -- what the mail server said last
  refusal text not null default ''
);
create index outbox_waiting on mail.outbox (next_at) where sent_at is null;

-- The own programme of whoever has an account: sessions that they chose, beside those they serve.
create table participation.agenda_session (
  account bigint not null references access.account (id),
  session bigint not null references participation.session (id),
  primary key (account, session)
);

-- Under which address a calendar follows it.
create table participation.agenda_address (
  account bigint primary key references access.account (id),
  -- 128 random bits: whoever knows it reads the programme, and nothing else
  code text not null unique
);

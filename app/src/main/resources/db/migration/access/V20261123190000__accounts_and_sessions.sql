-- Who signs in. Who the person is and what they may do is kept by the stage participation.
create schema access;


create table access.account (
  id bigint generated always as identity primary key,
  email text not null,
  -- Argon2id in its own encoded form, null for those who sign in otherwise
  password text,
  language text not null default 'en',
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create unique index account_email on access.account (lower(email));

-- The tables of Spring Session 4, by its own names.
create table access.session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index session_expiry on access.session (expiry_time);
create index session_principal on access.session (principal_name);
create table access.session_attributes (
  session_primary_id char(36) not null references access.session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

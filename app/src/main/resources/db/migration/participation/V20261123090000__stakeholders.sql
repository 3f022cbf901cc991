-- Stage 1, participation: the stakeholders from whom inputs come.
create schema participation;

create table participation.stakeholder (
  key text primary key,
  name text not null,
  name_language text not null default '',
  type text not null,
  state text not null default '',
  region text not null default '',
  fictional boolean not null default false
);
comment on column participation.stakeholder.state is 'ISO 3166-1 alpha-3, user-assigned codes for fictional States';
comment on column participation.stakeholder.region is 'UN M49';

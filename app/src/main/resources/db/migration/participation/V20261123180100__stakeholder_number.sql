-- A number to speak of a stakeholder without a name, and whether it may be spoken of.
alter table participation.stakeholder
  add number bigint generated always as identity unique,
  add listed boolean not null default true;
comment on column participation.stakeholder.number is 'its reference in the public record: P-12';
comment on column participation.stakeholder.listed is
  'false as long as nothing but unpublished inputs name it: then the record does not know it';

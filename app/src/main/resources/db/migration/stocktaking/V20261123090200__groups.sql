-- Stage 3, stocktaking: which statements say nearly the same.
create schema stocktaking;

create table stocktaking.membership (
  statement bigint primary key references consultation.statement (number),
  group_number bigint not null
);
create index on stocktaking.membership (group_number);
comment on column stocktaking.membership.group_number is 'the smallest statement number of the group';

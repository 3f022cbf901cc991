-- The store itself: one number that grows with every change of what is public.
create table store.revision (
  singleton boolean primary key default true check (singleton),
  value bigint not null
);
insert into store.revision (value) values (1);

-- Who follows what, and how far the record was read for them.
create table review.follow (
  account bigint not null references access.account (id),
  ref text not null,
  since timestamptz not null,
  primary key (account, ref)
);
create index follow_ref on review.follow (ref);
comment on column review.follow.ref is 'reference of an object that has a thread; what comes after it on the thread is followed too';

create table review.followed_until (
  next bigint not null
);
insert into review.followed_until select coalesce(max(index) + 1, 0) from record.entry;
comment on table review.followed_until is 'one row: the place of the log that is read next for those who follow something';

-- What others than the actor say of a commitment, and what the actor answers.
create table review.parallel (
  id bigint generated always as identity primary key,
  commitment bigint not null references commitment.commitment (id),
  owner text not null references participation.stakeholder (key),
  version int not null default 1,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  language text not null,
  title text not null,
  body text not null,
  agrees text not null check (agrees in ('yes', 'in-part', 'no')),
  interest text not null,
  fictional boolean not null default false,
  published_at timestamptz,
  withdrawn_reason text not null default '',
  changed_at timestamptz not null,
  changed_by bigint
);
create index parallel_commitment on review.parallel (commitment, published_at desc);
create index parallel_owner on review.parallel (owner);
comment on column review.parallel.agrees is 'whether it agrees with what the actor reports';
comment on column review.parallel.interest is 'what the writer has to do with the commitment, in its own words';

create table review.cosigner (
  parallel bigint not null references review.parallel (id),
  stakeholder text not null references participation.stakeholder (key),
  answer text not null default 'asked' check (answer in ('asked', 'confirmed', 'declined')),
  answered_at timestamptz,
  primary key (parallel, stakeholder)
);

create table review.parallel_version (
  parallel bigint not null references review.parallel (id),
  version int not null,
  at timestamptz not null,
  reason text not null default '',
  content text not null,
  primary key (parallel, version)
);
comment on table review.parallel_version is 'how it read each time it was published or changed, as JSON';

create table review.reply (
  id bigint generated always as identity primary key,
  about text not null,
  commitment bigint not null references commitment.commitment (id),
  stakeholder text not null references participation.stakeholder (key),
  language text not null,
  body text not null,
  late boolean not null default false,
  fictional boolean not null default false,
  published_at timestamptz not null,
  published_by bigint,
  unique (about, stakeholder)
);
create index reply_commitment on review.reply (commitment);
comment on column review.reply.about is 'reference of what it answers: a parallel report (PL-) or an assessment (AS-)';
comment on column review.reply.late is 'whether it came after the thirty days of the right of reply';

create table review.review (
  id bigint generated always as identity primary key,
  name text not null,
  language text not null,
  forum text not null default '',
  year int not null,
  seed bigint not null,
  size int not null,
  state text not null default 'open' check (state in ('open', 'published')),
  opened_at timestamptz not null,
  published_at timestamptz,
  fictional boolean not null default false
);

create table review.sampled (
  review bigint not null references review.review (id),
  commitment bigint not null references commitment.commitment (id),
  risk numeric not null,
  why text[] not null,
  primary key (review, commitment)
);

create table review.assessment (
  id bigint generated always as identity primary key,
  review bigint not null references review.review (id),
  commitment bigint not null references commitment.commitment (id),
  reviewer bigint not null,
  state text not null default 'asked' check (state in ('asked', 'recused', 'handed-in', 'published')),
  finding text not null default '' check (finding in
    ('', 'kept', 'mostly-kept', 'partly-kept', 'not-kept', 'cannot-tell')),
  language text not null default 'en',
  reasons text not null default '',
  recommendation text not null default '',
  recused text not null default '' check (recused in ('', 'own-state', 'own-organisation', 'own-grant', 'said')),
  recused_reason text not null default '',
  asked_at timestamptz not null,
  handed_in_at timestamptz,
  published_at timestamptz,
  unique (review, commitment, reviewer)
);
create index assessment_commitment on review.assessment (commitment);
create index assessment_reviewer on review.assessment (reviewer) where state = 'asked';
comment on column review.assessment.recused is 'by what rule the reviewer was kept out, or that the reviewer said so';
comment on column review.assessment.recused_reason is 'what the reviewer said, for the secretariat alone';
comment on column review.assessment.reviewer is 'number of the account; never shown, and not in the record';

create table review.finding (
  id bigint generated always as identity primary key,
  review bigint not null references review.review (id),
  commitment bigint not null references commitment.commitment (id),
  finding text not null check (finding in ('kept', 'mostly-kept', 'partly-kept', 'not-kept', 'cannot-tell')),
  agreement text not null check (agreement in ('same', 'differs')),
  dissent text not null default '',
  language text not null,
  body text not null,
  recommendation text not null,
  published_at timestamptz,
  unique (review, commitment)
);
comment on column review.finding.finding is 'where the two differ, the one by which less was kept';
comment on column review.finding.dissent is 'reference of the assessment that found otherwise (AS-), or empty';
comment on column review.finding.recommendation is 'becomes statements of the next cycle when the review is published';

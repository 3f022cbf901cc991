-- Needs met by offers, links between commitments, translations that can be cited, and how far the instrument is in
-- each State.
create table commitment.match (
  id bigint generated always as identity primary key,
  need bigint not null,
  need_of bigint not null references commitment.commitment (id),
  offer bigint not null,
  offer_of bigint not null references commitment.commitment (id),
  asked_by text not null check (asked_by in ('need', 'offer')),
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'declined', 'taken-back', 'ended')),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  closed_at timestamptz,
  closed_by text not null default '' check (closed_by in ('', 'need', 'offer')),
  reason text not null default '',
  changed_by bigint,
  check (need_of <> offer_of),
  check (state not in ('confirmed', 'ended') or confirmed_at is not null)
);
create unique index match_open on commitment.match (need, offer) where state in ('asked', 'confirmed');
create index match_need on commitment.match (need);
create index match_offer on commitment.match (offer);
create index match_need_of on commitment.match (need_of);
create index match_offer_of on commitment.match (offer_of);
comment on table commitment.match is 'an offer that meets a need: asked by one side, public once the other confirmed it';
comment on column commitment.match.need is 'number of the means; one that is matched is not taken out of its commitment';
comment on column commitment.match.closed_by is 'the side that declined, took back or ended it';

alter table commitment.link drop constraint link_pkey;
alter table commitment.link add column id bigint generated always as identity primary key;
alter table commitment.link add column state text not null default 'asked'
  check (state in ('asked', 'confirmed', 'declined', 'ended'));
alter table commitment.link add column asked_at timestamptz not null default now();
alter table commitment.link add column closed_at timestamptz;
alter table commitment.link add column reason text not null default '';
alter table commitment.link add column changed_by bigint;
alter table commitment.link add check (state not in ('confirmed', 'ended') or confirmed_at is not null);
create unique index link_open on commitment.link (commitment, other, kind) where state in ('asked', 'confirmed');
comment on table commitment.link is
  'a commitment matches, follows or supersedes another: asked by the owner of the first, confirmed by that of the other';

alter table commitment.translation add column id bigint generated always as identity unique;
alter table commitment.translation add column edition int not null default 1;
alter table commitment.translation add column entered_by bigint;
comment on column commitment.translation.edition is 'raised by one each time the translation is entered anew';

create table commitment.instrument_status (
  id bigint generated always as identity primary key,
  stakeholder text not null references participation.stakeholder (key),
  kind text not null check (kind in ('signed', 'endorsed', 'ratified', 'implementing-law', 'withdrawn')),
  holds boolean not null,
  happened date,
  source text not null check (source <> ''),
  own boolean not null,
  entered_at timestamptz not null,
  entered_by bigint,
  check (not holds or happened is not null)
);
create index instrument_status_newest on commitment.instrument_status (stakeholder, kind, id desc);
comment on table commitment.instrument_status is
  'every entry stays; of each kind the newest one counts';
comment on column commitment.instrument_status.holds is 'false when it is taken back: it did not happen, or no longer holds';
comment on column commitment.instrument_status.own is 'entered by the State itself, not by the secretariat';

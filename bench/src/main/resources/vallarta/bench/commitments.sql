-- Commitments at scale, all of invented States: {commitments} of them, with the duties of up to thirty years and about ten
-- reports each. What is drawn is drawn from the number of the row and the seed {seed}, so that a run can be repeated.
create function pg_temp.draw(n bigint, salt int, below int) returns int language sql immutable parallel safe as
  $$ select abs(hashtextextended(n::text || ':' || salt, {seed}) % below)::int $$;

insert into participation.stakeholder (key, name, name_language, type, state, region, fictional)
select 'Z' || lpad(n::text, 3, '0'), 'Scale State ' || n, 'en', 'state', 'Z' || lpad(n::text, 3, '0'),
  (array['013', '014', '015', '005', '030', '145', '151', '154', '155', '061'])[1 + n % 10], true
from generate_series(1, 193) n
on conflict do nothing;

create temporary table made as
select n, 'Z' || lpad((1 + pg_temp.draw(n, 1, 193))::text, 3, '0') as owner,
  1996 + pg_temp.draw(n, 2, 30) as year, pg_temp.draw(n, 3, 100) as luck
from generate_series(1, {commitments}) n;

insert into commitment.commitment (own_ref, state, owner, title, body, language, level, dimensions, themes, objectives,
  sdg, obligation, office, starts, due, schedule, first_report, missing, historical, fictional, published_at, changed_at)
select 'SCALE-' || n, case when luck = 99 then 'withdrawn' else 'published' end, owner,
  'Scale commitment ' || n || ' on ' || (array['schools', 'clinics', 'permits', 'data', 'detention'])[1 + luck % 5],
  'The State will do thing ' || n || ' for those who arrive, who leave and who return, in every district, and will say so each year.',
  'en', (array['community', 'local', 'national', 'regional', 'global'])[1 + luck % 5],
  array[(array['human', 'community', 'local', 'national', 'regional', 'global'])[1 + pg_temp.draw(n, 4, 6)]],
  array[(array['education', 'health', 'children', 'labour', 'return', 'borders', 'remittances', 'climate', 'detention',
    'women'])[1 + pg_temp.draw(n, 5, 10)]],
  array[(1 + pg_temp.draw(n, 6, 23))::text],
  case when luck % 3 = 0 then '{}' else array[(array['10.7', '8.8', '4.1', '16.9', '17.18'])[1 + luck % 5]] end,
  (array['voluntary-pledge', 'political-commitment', 'legal-duty'])[1 + luck % 3], 'Office ' || luck,
  make_date(year, 1, 1), make_date(least(year + 20, 2031), 12, 31), 'yearly', make_date(year + 1, 3, 31),
  case when luck % 4 = 0 then array['baseline', 'value'] else '{}' end, true, true,
  make_timestamptz(year, 2, 1, 0, 0, 0, 'UTC'), make_timestamptz(year, 2, 1, 0, 0, 0, 'UTC')
from made;

create temporary table numbered as
select c.id, m.* from commitment.commitment c join made m on c.own_ref = 'SCALE-' || m.n;
create index on numbered (id);
analyze numbered;

insert into commitment.actor (commitment, stakeholder, position, state, answered_at)
select id, owner, 0, 'confirmed', make_timestamptz(year, 2, 1, 0, 0, 0, 'UTC') from numbered;

insert into commitment.target (commitment, position, indicator, sdg_indicator, baseline, baseline_on, value, unit, due)
select id, 0, 'Things done', '', case when luck % 4 = 0 then null else 0 end, make_date(year, 1, 1),
  case when luck % 4 = 0 then null else 1000 end, 'things', make_date(least(year + 20, 2031), 12, 31)
from numbered;

insert into commitment.means (commitment, position, offer, kind, body, amount, unit)
select id, 0, luck % 2 = 0, (array['finance', 'capacity', 'technology', 'law', 'data', 'partnership'])[1 + luck % 6],
  'Means of ' || n, 1000 + luck, 'USD'
from numbered where luck % 5 < 2;

-- A duty each year; about two of three are met by a report, and the silent ones are silent from some year on.
insert into review.duty (commitment, stakeholder, kind, due, state, opened_at)
select id, owner, 'yearly', make_date(y, 3, 31),
  case when y > 2026 then 'open' when pg_temp.draw(id * 100 + y, 7, 100) < 74 then 'met' else 'ended' end,
  make_timestamptz(y - 1, 3, 31, 0, 0, 0, 'UTC')
from numbered, generate_series(year + 1, least(year + 20, 2027)) y;

insert into review.report (duty, commitment, stakeholder, state, progress, language, achieved, hindered, next_steps,
  fictional, published_at, changed_at)
select d.id, d.commitment, d.stakeholder, 'published',
  (array['planned', 'under-way', 'under-way', 'mostly-done', 'done', 'stalled'])[1 + pg_temp.draw(d.id, 8, 6)], 'en',
  'In this year the State did thing ' || d.id || ' in four districts.', 'Money came late.', 'Two districts more.', true,
  (d.due - 10)::timestamp at time zone 'UTC', (d.due - 10)::timestamp at time zone 'UTC'
from review.duty d join numbered n on n.id = d.commitment where d.state = 'met';

update review.duty d set report = r.id, closed_at = r.published_at from review.report r where r.duty = d.id and d.report is null;

insert into review.measured (report, target, value, on_date)
select r.id, t.id, pg_temp.draw(r.id, 9, 1000), r.published_at::date
from review.report r join commitment.target t on t.commitment = r.commitment join numbered n on n.id = r.commitment
where pg_temp.draw(r.id, 10, 10) < 3;

insert into review.evidence (about, kind, title, url, type, independence, dated, added_at)
select 'RP-' || r.id, 'link', 'Yearbook', 'https://example.org/' || r.id, 'statistics',
  (array['own', 'third-party', 'official-statistics'])[1 + pg_temp.draw(r.id, 11, 3)], r.published_at::date, r.published_at
from review.report r join numbered n on n.id = r.commitment where pg_temp.draw(r.id, 12, 10) < 3;

insert into review.standing (commitment, standing, since, last_report, overdue)
select n.id,
  case when n.luck = 99 then 'withdrawn'
       when last.published_at is null or last.published_at < timestamptz '2025-01-01' then 'no-report'
       else last.progress end,
  coalesce(last.published_at, make_timestamptz(n.year, 2, 1, 0, 0, 0, 'UTC')), last.published_at,
  n.luck <> 99 and (last.published_at is null or last.published_at < timestamptz '2025-01-01')
from numbered n
left join lateral (select r.published_at, r.progress from review.report r where r.commitment = n.id
  order by r.published_at desc limit 1) last on true;

insert into review.standing_change (commitment, at, before, after, reason, evidence)
select r.commitment, r.published_at, 'no-report', r.progress, 'In this year the State did it in four districts.', 'RP-' || r.id
from review.report r join numbered n on n.id = r.commitment where pg_temp.draw(r.id, 13, 10) < 2;

insert into review.parallel (commitment, owner, state, language, title, body, agrees, interest, fictional, published_at, changed_at)
select n.id, 'Z' || lpad((1 + (substr(n.owner, 2)::int) % 193)::text, 3, '0'), 'published', 'en', 'What we saw',
  'We saw it in two districts of the four.', (array['yes', 'in-part', 'no'])[1 + n.luck % 3], 'We work there.', true,
  timestamptz '2026-05-01', timestamptz '2026-05-01'
from numbered n where n.luck < 20;

update store.revision set value = value + 1;
analyze;

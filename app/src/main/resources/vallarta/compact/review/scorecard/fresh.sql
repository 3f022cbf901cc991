with dated as (
  select substring(e.about from 1 for 2) as kind, substring(e.about from 4)::bigint as id,
    max(coalesce(e.dated, (e.added_at at time zone 'UTC')::date)) as newest
  from review.evidence e
  where e.about ~ '^(RP|PL|AS)-[0-9]+$' and coalesce(e.dated, (e.added_at at time zone 'UTC')::date) <= :today
  group by e.about),
of as (
  select r.commitment, d.newest from dated d
  join review.report r on d.kind = 'RP' and r.id = d.id and r.state = 'published'
  union all
  select p.commitment, d.newest from dated d
  join review.parallel p on d.kind = 'PL' and p.id = d.id and p.state = 'published'
  union all
  select a.commitment, d.newest from dated d
  join review.assessment a on d.kind = 'AS' and a.id = d.id and a.state = 'published'),
newest as (select commitment, max(newest) as newest from of group by commitment)
select c.id as commitment,
  case when n.newest > :today - interval '12 months' then 'yes' else 'no' end as verdict,
  coalesce(n.newest::text, '') as detail
from commitment.commitment c left join newest n on n.commitment = c.id
where c.state <> 'draft'

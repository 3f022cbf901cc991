with recent as (
  select e.about, substring(e.about from 4)::bigint as id, coalesce(e.dated, (e.added_at at time zone 'UTC')::date) as dated
  from review.evidence e
  where e.about like any (array['RP-%', 'PL-%', 'AS-%'])
    and coalesce(e.dated, (e.added_at at time zone 'UTC')::date) > :today - interval '12 months'
    and coalesce(e.dated, (e.added_at at time zone 'UTC')::date) <= :today),
published as (
  select r.commitment, e.dated from recent e
  join review.report r on r.id = e.id and r.state = 'published' where e.about like 'RP-%'
  union all
  select p.commitment, e.dated from recent e
  join review.parallel p on p.id = e.id and p.state = 'published' where e.about like 'PL-%'
  union all
  select a.commitment, e.dated from recent e
  join review.assessment a on a.id = e.id and a.state = 'published' where e.about like 'AS-%'),
newest as materialized (select commitment, max(dated) as dated from published group by commitment)
select c.id as commitment,
  case when n.commitment is null then 'no' else 'yes' end as verdict,
  coalesce(n.dated::text, '') as detail
from commitment.commitment c left join newest n on n.commitment = c.id
where c.state <> 'draft'

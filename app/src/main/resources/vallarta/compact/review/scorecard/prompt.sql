with published as materialized (
  select r.commitment, count(*) as reports,
    count(*) filter (where r.published_at > coalesce(r.validated_at, r.published_at) + interval '30 days') as late
  from review.report r
  where r.state = 'published'
  group by r.commitment)
select c.id as commitment,
  case when p.commitment is null then 'none' when p.late = 0 then 'yes' else 'no' end as verdict,
  case when p.commitment is null then '' else (p.reports - p.late) || ' / ' || p.reports end as detail
from commitment.commitment c left join published p on p.commitment = c.id
where c.state <> 'draft'

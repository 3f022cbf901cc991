with assessed as (
  select a.commitment, string_agg('AS-' || a.id, ' ' order by a.id) as refs
  from review.assessment a
  where a.state = 'published'
  group by a.commitment)
select c.id as commitment,
  case when a.commitment is null then 'no' else 'yes' end as verdict,
  coalesce(a.refs, '') as detail
from commitment.commitment c left join assessed a on a.commitment = c.id
where c.state <> 'draft'

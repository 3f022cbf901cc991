with parallel as (
  select p.commitment, string_agg('PL-' || p.id, ' ' order by p.id) as refs
  from review.parallel p
  where p.state = 'published'
  group by p.commitment)
select c.id as commitment,
  case when p.commitment is null then 'no' else 'yes' end as verdict,
  coalesce(p.refs, '') as detail
from commitment.commitment c left join parallel p on p.commitment = c.id
where c.state <> 'draft'

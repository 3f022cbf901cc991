with fallen as materialized (
  select d.commitment, count(*) as duties,
    count(*) filter (where d.state = 'met' and (d.closed_at at time zone 'UTC')::date <= d.due) as met
  from review.duty d
  where d.due < :today and d.state <> 'ended'
  group by d.commitment)
select c.id as commitment,
  case when f.commitment is null then 'none' when f.met = f.duties then 'yes' else 'no' end as verdict,
  case when f.commitment is null then '' else f.met || ' / ' || f.duties end as detail
from commitment.commitment c left join fallen f on f.commitment = c.id
where c.state <> 'draft'

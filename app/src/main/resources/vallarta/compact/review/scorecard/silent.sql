select c.id as commitment,
  case when coalesce(s.standing, 'no-report') = 'no-report' then 'yes' else 'no' end as verdict,
  coalesce(to_char(s.last_report at time zone 'UTC', 'YYYY-MM-DD'), '') as detail
from commitment.commitment c left join review.standing s on s.commitment = c.id
where c.state <> 'draft'

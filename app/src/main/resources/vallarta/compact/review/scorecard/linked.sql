select c.id as commitment,
  case when c.sources <> '{}' and c.sdg <> '{}' then 'yes' else 'no' end as verdict,
  array_to_string(c.sources || c.sdg, ' ') as detail
from commitment.commitment c
where c.state <> 'draft'

select c.id as commitment,
  case when c.missing && array['indicator', 'baseline', 'value', 'unit', 'deadline'] then 'no' else 'yes' end as verdict,
  array_to_string(c.missing, ' ') as detail
from commitment.commitment c
where c.state <> 'draft'

with aimed as (
  select t.commitment, a.stakeholder, t.sdg_indicator, lower(btrim(t.indicator)) as indicator,
    lower(t.unit) as unit, coalesce(t.due, c.due) as due, t.value
  from commitment.target t
  join commitment.commitment c on c.id = t.commitment
  join commitment.actor a on a.commitment = c.id and a.state = 'confirmed'
  where c.state = 'published' and t.value is not null and coalesce(t.due, c.due) is not null),
disputed as (
  select stakeholder, sdg_indicator, indicator, unit, due, array_agg(distinct 'CM-' || commitment) as refs
  from aimed
  group by stakeholder, sdg_indicator, indicator, unit, due
  having min(value) <> max(value)),
judged as materialized (
  select aimed.commitment, max(array_to_string(disputed.refs, ' ')) as refs
  from aimed left join disputed using (stakeholder, sdg_indicator, indicator, unit, due)
  group by aimed.commitment)
select c.id as commitment,
  case when judged.commitment is null then 'none' when judged.refs is null then 'yes' else 'no' end as verdict,
  coalesce(judged.refs, '') as detail
from commitment.commitment c left join judged on judged.commitment = c.id
where c.state <> 'draft'

with newest as (
  select distinct on (m.target) m.target, m.report, m.value,
    coalesce(m.on_date, (r.published_at at time zone 'UTC')::date) as on_date
  from review.measured m join review.report r on r.id = m.report
  where r.state = 'published'
  order by m.target, coalesce(m.on_date, (r.published_at at time zone 'UTC')::date) desc, m.report desc),
spans as (
  select t.commitment, t.id as target, t.baseline, t.value as aim, n.report, n.value, n.on_date,
    coalesce(t.baseline_on, c.starts, (c.published_at at time zone 'UTC')::date) as begins,
    coalesce(t.due, c.due) as ends
  from commitment.target t
  join commitment.commitment c on c.id = t.commitment
  join newest n on n.target = t.id
  where t.baseline is not null and t.value is not null and coalesce(t.due, c.due) is not null),
lines as (
  select spans.*,
    baseline + (aim - baseline)
      * coalesce(least(1, greatest(0, (on_date - begins)::numeric / nullif(greatest(ends - begins, 0), 0))), 1) as expected
  from spans),
judged as materialized (
  select commitment,
    bool_and(case when aim >= baseline then value >= expected else value <= expected end) as holds,
    string_agg('RP-' || report || ': ' || trim_scale(value) || ' / ' || trim_scale(round(expected, 2)) || ' (' || on_date || ')',
      '; ' order by target) as detail
  from lines
  group by commitment)
select c.id as commitment,
  case when j.commitment is null then 'unmeasured' when j.holds then 'on-track' else 'behind' end as verdict,
  coalesce(j.detail, '') as detail
from commitment.commitment c left join judged j on j.commitment = c.id
where c.state <> 'draft'

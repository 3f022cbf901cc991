with tables as (
  select distinct substring(e.about from 4)::bigint as report
  from review.evidence e
  where e.about ~ '^RP-[0-9]+$'
    and (e.media_type ~ '(csv|json|xml|spreadsheet|ms-excel|parquet)'
      or lower(e.url) ~ '[.](csv|json|xml|xlsx|ods|parquet)($|[?#])')),
reports as (
  select r.commitment, max(r.id) as report
  from review.report r join tables t on t.report = r.id
  where r.state = 'published'
  group by r.commitment)
select c.id as commitment,
  case when r.commitment is null then 'no' else 'yes' end as verdict,
  coalesce('RP-' || r.report, '') as detail
from commitment.commitment c left join reports r on r.commitment = c.id
where c.state <> 'draft'

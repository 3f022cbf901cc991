with tables as (
  select substring(e.about from 4)::bigint as report
  from review.evidence e
  where e.about like 'RP-%'
    and (split_part(lower(right(split_part(split_part(e.url, '?', 1), '#', 1), 9)), '.', -1)
        in ('csv', 'json', 'xml', 'xlsx', 'ods', 'parquet')
      or e.media_type like any (array['%csv%', '%json%', '%xml%', '%spreadsheet%', '%ms-excel%', '%parquet%']))),
reports as materialized (
  select r.commitment, max(r.id) as report
  from review.report r join tables t on t.report = r.id
  where r.state = 'published'
  group by r.commitment)
select c.id as commitment,
  case when r.commitment is null then 'no' else 'yes' end as verdict,
  coalesce('RP-' || r.report, '') as detail
from commitment.commitment c left join reports r on r.commitment = c.id
where c.state <> 'draft'

-- A number to speak of a consultation without what people put into its reference.
alter table consultation.consultation add number bigint generated always as identity unique;
comment on column consultation.consultation.number is 'its reference in the public record: C-12';

-- Whoever was named by nothing but withheld inputs so far is not spoken of.
update participation.stakeholder s set listed = false
where exists (
    select from consultation.input i where i.stakeholder = s.key and i.consent <> 'publish'
    union all
    select from consultation.statement t where t.stakeholder = s.key and t.consent <> 'publish')
  and not exists (select from consultation.input i where i.stakeholder = s.key and i.consent = 'publish')
  and not exists (
    select from consultation.statement t join consultation.input i on i.number = t.input
    where t.stakeholder = s.key and t.consent = 'publish' and i.consent = 'publish');

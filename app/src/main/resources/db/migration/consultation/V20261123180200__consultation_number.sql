-- A number to speak of a consultation without what people put into its reference.
alter table consultation.consultation add number bigint generated always as identity unique;
comment on column consultation.consultation.number is 'its reference in the public record: C-12';

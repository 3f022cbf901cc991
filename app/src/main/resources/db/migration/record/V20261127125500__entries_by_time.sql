-- What was entered between two dates. Entries are written in the order of their time, so a block range index is enough.
create index on record.entry using brin (at) with (autosummarize = on);

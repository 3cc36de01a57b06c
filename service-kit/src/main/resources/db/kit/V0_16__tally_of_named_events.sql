-- A tally says of which events it is the count: what was told before did not, so it is told anew.
delete from last_tally;
-- Up to where (inclusive) the log was counted, so that an older count never follows a newer one.
alter table last_tally add column counted_through bigint not null;

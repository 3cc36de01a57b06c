-- Counts by area are a tally of their own, beside that of the whole district.
alter table last_tally add column kind varchar(10) not null default 'DISTRICT'
  check (kind in ('DISTRICT', 'AREA'));
alter table last_tally drop constraint last_tally_pkey;
alter table last_tally drop column single;
alter table last_tally add primary key (kind);

-- A rebuild that is to repair takes the live projection's place though they differ.
alter table rebuild add column repair boolean not null default false;

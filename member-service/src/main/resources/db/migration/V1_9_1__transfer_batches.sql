-- Many members of one organisation who move to another together: those who graduate, or whose
-- branch closes. Each has a transfer of their own.
create table transfer_batch (
  batch_id       uuid primary key,
  source_id      uuid not null,
  destination_id uuid not null check (destination_id <> source_id),
  requested_on   date not null,
  reason         bytea
);
create index transfer_batch_source on transfer_batch (source_id);
create index transfer_batch_destination on transfer_batch (destination_id);

-- Who was asked for and could not be taken along, and why.
create table transfer_batch_skip (
  batch_id  uuid        not null references transfer_batch,
  member_id uuid        not null,
  code      varchar(40) not null,
  primary key (batch_id, member_id)
);

alter table transfer add column batch_id uuid references transfer_batch;
create index transfer_of_batch on transfer (batch_id, state, transfer_id) where batch_id is not null;

-- What a figure of a place is to come to while it is in force. Withdrawn ones stay as they were.
create extension if not exists btree_gist;

create table target (
  id                uuid          primary key,
  indicator         varchar(100)  not null,
  area_code         varchar(12),
  organization_id   uuid,
  direction         varchar(10)   not null check (direction in ('AT_LEAST', 'AT_MOST')),
  value             numeric(16,4) not null,
  from_day          date          not null,
  until_day         date          not null,
  version           bigint        not null,
  withdrawn_at      timestamptz,
  constraint target_of_one_place check (num_nonnulls(area_code, organization_id) = 1),
  constraint target_from_until check (from_day <= until_day),
  -- One at a time for a figure of a place
  constraint target_no_overlap exclude using gist (
    indicator with =,
    (coalesce(area_code, organization_id::text)) with =,
    daterange(from_day, until_day, '[]') with &&) where (withdrawn_at is null)
);
create index target_organization on target (organization_id) where organization_id is not null;
create index target_area on target (area_code) where area_code is not null;

-- The unit of the registry in which a member works, or worked when the membership ended, and when
-- that last changed. Units are the registry's to know: here is only what was told.
alter table member
  add column work_unit_id uuid,
  add column workplace_on date,
  add check (work_unit_id is null or workplace_on is not null);

-- Where a member worked from valid_from (inclusive) to valid_to (exclusive, null: still).
create table workplace (
  member_id   uuid        not null references member,
  unit_id     uuid        not null,
  valid_from  date        not null,
  valid_to    date        check (valid_to >= valid_from),
  recorded_at timestamptz not null default now(),
  ended_at    timestamptz
);
create index workplace_member on workplace (member_id, valid_from);
-- A member works in one unit at each instant.
create unique index workplace_one on workplace (member_id) where valid_to is null;

-- In which unit each member works: folded from the member service's events. A unit may be one that
-- the registry does not know (yet).
create table workplace (
  member_id uuid primary key,
  unit_id   uuid not null
);
create index workplace_unit on workplace (unit_id);

-- How many work there, counted at the unit so that the gaps of an area are read in that order.
alter table unit add column member_count int not null default 0;

-- The gaps in which members work, most first; units without members cost nothing here.
create index unit_gap_members_kind on unit (kind, member_count, staff_count, id)
  where covered_by is null and closed_on is null and member_count > 0;
create index unit_gap_members_community on unit (area_code, kind, member_count, staff_count, id)
  where covered_by is null and closed_on is null and member_count > 0;

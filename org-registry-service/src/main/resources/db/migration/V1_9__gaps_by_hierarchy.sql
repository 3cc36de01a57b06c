-- The units that nobody covers, most staff first: those of the whole district by kind. Those of an
-- area are read area by area, as the hierarchy of today has them and not the digits of the code.
drop index unit_gap_township;
create index unit_gap_kind on unit (kind, staff_count, id)
  where covered_by is null and closed_on is null;

-- Where a site stands as a point in space, in metres from the middle of a round earth: what is near
-- in a straight line is near on the ground, and an index of cubes finds the nearest first. The
-- module cube is a trusted one; earthdistance, which does the same sum, wants a superuser.
create extension if not exists cube;
alter table site add column earth cube generated always as (
  case when latitude is not null then
    cube(array[
      6371008.8 * cos(radians(latitude::float8)) * cos(radians(longitude::float8)),
      6371008.8 * cos(radians(latitude::float8)) * sin(radians(longitude::float8)),
      6371008.8 * sin(radians(latitude::float8))])
  end) stored;
create index site_earth on site using gist (earth) where closed_on is null;

-- The smallest space that will do comes first.
create index space_smallest on space (capacity, space_id) where closed_on is null;

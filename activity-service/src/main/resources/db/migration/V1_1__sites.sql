-- An activity site and the spaces in it that can be booked. Nothing is deleted: both are closed.
create table site (
  site_id         uuid          primary key,
  code            varchar(32)   not null unique,
  name            varchar(200)  not null,
  kind            varchar(30)   not null,
  origin          varchar(30)   not null,
  -- collated by bytes, so that the index serves the digits that all areas within share
  area_code       varchar(12)   collate "C" not null,
  organization_id uuid          not null,
  floor_area      numeric(14,2) not null check (floor_area > 0),
  opened_on       date          not null,
  measured_on     date          not null check (measured_on >= opened_on),
  closed_on       date          check (closed_on >= measured_on),
  reason_code     varchar(40),
  space_count     int           not null check (space_count >= 0),
  closed_space_count int        not null default 0 check (closed_space_count <= space_count),
  version         bigint        not null
);
create index site_area on site (area_code, code);
create index site_organization on site (organization_id);

create table space (
  space_id  uuid         primary key,
  site_id   uuid         not null references site,
  number    int          not null,
  name      varchar(100) not null,
  capacity  int          not null check (capacity > 0),
  opened_on date         not null,
  closed_on date         check (closed_on >= opened_on),
  unique (site_id, number)
);

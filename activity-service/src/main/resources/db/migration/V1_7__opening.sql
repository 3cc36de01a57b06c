-- What a site and its spaces are like: where it stands (WGS 84), how it looks, how it is equipped.
alter table site
  add column latitude  numeric(8,6) check (latitude between -90 and 90),
  add column longitude numeric(9,6) check (longitude between -180 and 180),
  add column photos    varchar(500)[] not null default '{}' check (cardinality(photos) <= 10),
  add constraint site_coordinates check ((latitude is null) = (longitude is null));

alter table space
  add column equipment        varchar(40)[] not null default '{}',
  add column set_up_minutes   int not null default 0,
  add column clear_up_minutes int not null default 0,
  add column approval         varchar(10) not null default 'AUTOMATIC',
  add constraint space_minutes
    check (set_up_minutes between 0 and 240 and clear_up_minutes between 0 and 240),
  add constraint space_approval check (approval in ('AUTOMATIC', 'MANUAL'));

-- The week of a site from a day on, as minutes of each day (1440 is its end), in the district's zone.
create table opening_week (
  site_id      uuid          not null references site,
  effective_on date          not null,
  holiday_rule varchar(11)   not null check (holiday_rule in ('CLOSED', 'AS_USUAL', 'OTHER_HOURS')),
  monday       int4multirange not null,
  tuesday      int4multirange not null,
  wednesday    int4multirange not null,
  thursday     int4multirange not null,
  friday       int4multirange not null,
  saturday     int4multirange not null,
  sunday       int4multirange not null,
  holiday      int4multirange not null,
  primary key (site_id, effective_on)
);

-- One date on which a site does not go by its week; hours are null again when that was withdrawn.
create table opening_exception (
  site_id uuid           not null references site,
  on_day  date           not null,
  hours   int4multirange,
  primary key (site_id, on_day)
);

-- The dates that are no ordinary ones; kind is null again for one that was withdrawn.
create table holiday (
  on_day      date         primary key,
  kind        varchar(7)   check (kind in ('HOLIDAY', 'WORKDAY')),
  name        varchar(100),
  -- whose hours a working day has, 1 for Monday
  hours_of    smallint     check (hours_of between 1 and 7),
  version     bigint       not null
);

-- When a site is open, day by day: worked out from the above (by OpenTimes, in Java, the one place
-- that knows the rule), so that finding asks an index. A site without opening_until is open around
-- the clock; every other has its rows through that day.
alter table site add column opening_until date;
create index site_opening_until on site (opening_until) where closed_on is null;
create table open_time (
  site_id   uuid        not null references site,
  on_day    date        not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null check (ends_at > starts_at),
  primary key (site_id, on_day, starts_at)
);

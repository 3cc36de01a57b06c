-- A while in which a site, or one space of it, cannot be used.
create table closure (
  closure_id   uuid        primary key,
  site_id      uuid        not null references site,
  space_id     uuid        references space,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null check (ends_at > starts_at),
  during       tstzrange   not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  resolution   varchar(6)  not null check (resolution in ('MOVE', 'CANCEL')),
  reason_code  varchar(40),
  decided_at   timestamptz not null,
  cancelled_at timestamptz,
  version      bigint      not null
);
create index closure_in_force on closure using gist (site_id, during) where cancelled_at is null;
create index closure_site on closure (site_id, starts_at, closure_id);

-- Who may book at a site: the audience, and the minutes of the week (0 is Monday 00:00 by the clock
-- on the wall, 10080 its end) in which own line or same area is what holds; anyone in all others.
alter table site
  add column audience          varchar(9)     not null default 'ANYONE'
    check (audience in ('OWN_LINE', 'SAME_AREA', 'ANYONE')),
  add column own_line_minutes  int4multirange not null default '{}',
  add column same_area_minutes int4multirange not null default '{}';

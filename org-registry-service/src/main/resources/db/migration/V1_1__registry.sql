create extension if not exists ltree;
create extension if not exists pg_trgm;

create table area (
  code          varchar(12)  primary key,
  level         varchar(20)  not null,
  name          varchar(200) not null,
  name_en       varchar(200),
  parent_code   varchar(12)  references area,
  defined_on    date         not null,
  closed_on     date,
  version       bigint       not null default 0
);
create index area_parent on area (parent_code);

-- Each measurement replaces the one before from its date on.
create table area_measurement (
  -- Checked at commit: a bulk import streams areas and measurements side by side.
  area_code             varchar(12) not null references area deferrable initially deferred,
  effective_on          date        not null,
  population            bigint      not null,
  registered_population bigint      not null,
  migrant_population    bigint      not null,
  households            bigint      not null,
  recorded_at           timestamptz not null,
  primary key (area_code, effective_on)
);

create table organization (
  id             uuid         primary key,
  code           varchar(32)  not null unique,
  name           varchar(200) not null,
  type           varchar(40)  not null,
  sector         varchar(40)  not null,
  mode           varchar(20)  not null,
  temporary      boolean      not null,
  parent_id      uuid         references organization,
  area_code      varchar(12)  not null references area,
  founded_by     uuid         references organization,
  state          varchar(20)  not null,
  established_on date         not null,
  dissolved_on   date,
  path           ltree        not null,
  version        bigint       not null default 0
);
create index organization_parent on organization (parent_id);
create index organization_area on organization (area_code text_pattern_ops);
create index organization_path on organization using gist (path);
create index organization_name on organization using gin (name gin_trgm_ops);

-- What an organisation was from a date on: reads as of a date look here.
create table organization_version (
  -- Checked at commit: a bulk import streams organisations and versions side by side.
  organization_id uuid         not null references organization deferrable initially deferred,
  valid_from      date         not null,
  valid_to        date,
  recorded_at     timestamptz  not null,
  name            varchar(200) not null,
  type            varchar(40)  not null,
  parent_id       uuid,
  area_code       varchar(12)  not null,
  state           varchar(20)  not null,
  primary key (organization_id, valid_from)
);
create index organization_version_parent on organization_version (parent_id);

-- What the kit's scope checks read.
create view organization_node as
  select id as organization_id, code, name, parent_id, area_code, type, sector, state, path,
         established_on, dissolved_on
    from organization;

create table unit (
  id            uuid         primary key,
  credit_code   varchar(18)  not null unique,
  name          varchar(200) not null,
  kind          varchar(40)  not null,
  area_code     varchar(12)  not null references area,
  staff_count   int          not null check (staff_count >= 0),
  registered_on date         not null,
  closed_on     date,
  covered_by    uuid         references organization,
  covered_on    date,
  version       bigint       not null default 0
);
create index unit_area on unit (area_code text_pattern_ops, credit_code);
create index unit_covered_by on unit (covered_by);
create index unit_name on unit using gin (name gin_trgm_ops);
create index unit_uncovered on unit (staff_count desc, id) where covered_by is null and closed_on is null;

create table building (
  id            uuid         primary key,
  code          varchar(32)  not null unique,
  name          varchar(200) not null,
  area_code     varchar(12)  not null references area,
  registered_on date         not null,
  closed_on     date,
  covered_by    uuid         references organization,
  covered_on    date,
  version       bigint       not null default 0
);
create index building_area on building (area_code text_pattern_ops, code);
create index building_covered_by on building (covered_by);

create table station (
  id          uuid         primary key,
  building_id uuid         not null references building,
  code        varchar(32)  not null unique,
  name        varchar(200) not null,
  kind        varchar(20)  not null,
  opened_on   date         not null,
  closed_on   date
);
create index station_building on station (building_id);

create table post (
  id              uuid        primary key,
  organization_id uuid        not null references organization,
  kind            varchar(20) not null,
  created_on      date        not null,
  abolished_on    date,
  appointment_id  uuid,
  holder_id       uuid,
  filled_on       date,
  term_ends_on    date,
  version         bigint      not null default 0
);
create index post_organization on post (organization_id, kind);
create index post_term on post (term_ends_on) where appointment_id is not null;
-- One secretary's post, and so one secretary, at a time
create unique index post_one_secretary on post (organization_id) where kind = 'SECRETARY' and abolished_on is null;

-- Who held a post, for as long as it lasted.
create table appointment (
  id           uuid        primary key,
  post_id      uuid        not null references post,
  holder_id    uuid,
  appointed_on date        not null,
  term_ends_on date,
  ended_on     date,
  reason_code  varchar(40)
);
create index appointment_post on appointment (post_id);

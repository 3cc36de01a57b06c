-- What an area was from a date on. Closed from a date on is a version too.
create table area_version (
  -- Checked at commit: a bulk import streams areas and versions side by side.
  area_code     varchar(12)  not null references area deferrable initially deferred,
  valid_from    date         not null,
  valid_to      date,
  recorded_at   timestamptz  not null,
  name          varchar(200) not null,
  name_en       varchar(200),
  level         varchar(20)  not null,
  parent_code   varchar(12),
  standard_code varchar(12)  not null,
  closed        boolean      not null,
  primary key (area_code, valid_from)
);
create index area_version_parent on area_version (parent_code);

-- An area keeps the code that it was defined by; what the standard list calls it can change.
alter table area add standard_code varchar(12);
update area set standard_code = code;
alter table area alter standard_code set not null;
create unique index area_standard_code on area (standard_code) where closed_on is null;
-- The urban-rural class of the standard list (城乡分类代码)
alter table area add class_code varchar(3);

insert into area_version (area_code, valid_from, valid_to, recorded_at, name, name_en, level,
                          parent_code, standard_code, closed)
select code, defined_on, closed_on, now(), name, name_en, level, parent_code, code, false
  from area where closed_on is null or closed_on > defined_on
union all
select code, closed_on, null, now(), name, name_en, level, parent_code, code, true
  from area where closed_on is not null;

-- Which area lies within which, from a date to another, itself included: worked out from the
-- versions. Before its first version an area lies where it lay first; one that is closed stays where
-- it lay last, with all that was in it.
create table area_within (
  within_code varchar(12) not null,
  area_code   varchar(12) not null,
  distance    smallint    not null,
  valid_from  date        not null,
  valid_to    date,
  primary key (within_code, area_code, valid_from)
);
create index area_within_upwards on area_within (area_code, within_code);

insert into area_within (within_code, area_code, distance, valid_from)
with recursive up (area_code, within_code, distance) as (
  select code, code, 0 from area
  union all
  select up.area_code, area.parent_code, up.distance + 1
    from up join area on area.code = up.within_code where area.parent_code is not null)
select within_code, area_code, distance, '-infinity' from up;

-- Organisations of an area in the order of their codes, today and as of a date
drop index organization_area;
create index organization_area on organization (area_code, code);
create index organization_version_area on organization_version (area_code, valid_from);
drop index organization_version_parent;
create index organization_version_parent on organization_version (parent_id, valid_from);
-- A subtree in the order of its ranks
create index organization_rank on organization (nlevel(path), path);

-- How a standard list of areas differs from what is registered; kept beside the import, also of a
-- dry run, so that people can read it before they send the list in earnest.
create table area_list_difference (
  import_id     uuid         not null references import_job,
  no            int          not null,
  kind          varchar(20)  not null,
  row_no        bigint,
  area_code     varchar(12)  not null,
  code          varchar(12)  not null,
  code_before   varchar(12),
  name          varchar(200) not null,
  name_before   varchar(200),
  parent_code   varchar(12),
  parent_before varchar(12),
  primary key (import_id, no)
);

-- The activity sites, as the activity service's events tell: no names, for events carry none.
create table site_copy (
  site_id         uuid          primary key,
  kind            varchar(40)   not null,
  origin          varchar(40)   not null,
  area_code       varchar(12)   not null,
  organization_id uuid          not null,
  floor_area      numeric(14,2) not null,
  measured_on     date          not null,
  opened_on       date          not null,
  closed_on       date
);
create index site_copy_area on site_copy (area_code, site_id);
create table site_space_copy (
  space_id  uuid primary key,
  site_id   uuid not null,
  capacity  int  not null,
  added_on  date not null,
  closed_on date
);
create index site_space_copy_site on site_space_copy (site_id);

-- Whose parent is whose since when, as the registry's events tell. An area of which nothing has
-- been told yet lies where its digits say; its version has no beginning.
create table area_version (
  area_code   varchar(12) not null,
  valid_from  date        not null,
  valid_to    date,
  parent_code varchar(12),
  primary key (area_code, valid_from)
);
create index area_version_parent on area_version (parent_code);

-- Which area lies within which, from a date to another, itself included: worked out from the versions.
create table area_within (
  within_code varchar(12) not null,
  area_code   varchar(12) not null,
  distance    smallint    not null,
  valid_from  date        not null,
  valid_to    date,
  primary key (within_code, area_code, valid_from)
);
create index area_within_upwards on area_within (area_code, within_code);

-- What is named already, until the registry's events have been read from their beginning
insert into area_version (area_code, valid_from, parent_code)
select distinct above, date '-infinity',
       case when above like '%000000' then null
            when above like '%000' then left(above, 6) || '000000'
            else left(above, 9) || '000' end
  from (select area_code from site
        union select area_code from brand
        union select area_code from demonstration_point
        union select area_code from organization_node) named
  cross join lateral (values (area_code), (left(area_code, 9) || '000'),
                             (left(area_code, 6) || '000000')) up (above);

insert into area_within (within_code, area_code, distance, valid_from)
with recursive up (area_code, within_code, distance) as (
  select area_code, area_code, 0 from area_version
  union all
  select up.area_code, v.parent_code, up.distance + 1
    from up join area_version v on v.area_code = up.within_code where v.parent_code is not null)
select within_code, area_code, distance, '-infinity' from up;

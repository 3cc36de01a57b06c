-- The day on which kind, area, name or staff last changed; no later change is dated before it.
alter table unit add changed_on date;

-- Who covered a unit from when to when. The table of units keeps it itself, whoever changes the
-- coverage: a command, a file, a successor. A stretch may be empty (replaced on the same day).
create table unit_coverage (
  unit_id         uuid        not null,
  organization_id uuid        not null,
  since           date        not null,
  until           date,
  recorded_at     timestamptz not null default now(),
  ended_at        timestamptz
);
create index unit_coverage_unit on unit_coverage (unit_id, since);
create index unit_coverage_organization on unit_coverage (organization_id, since);
-- A unit is covered by one organisation at each instant
create unique index unit_coverage_one on unit_coverage (unit_id) where until is null;

create function begin_unit_coverage() returns trigger language plpgsql as $$
begin
  insert into unit_coverage (unit_id, organization_id, since)
  select id, covered_by, covered_on from unit_after
   where covered_by is not null and closed_on is null;
  return null;
end $$;

create function change_unit_coverage() returns trigger language plpgsql as $$
begin
  update unit_coverage c
     set until = case when a.closed_on is not null then a.closed_on
                      when a.covered_by is not null then a.covered_on
                      else a.uncovered_on end,
         ended_at = now()
    from unit_before b join unit_after a using (id)
   where c.unit_id = a.id and c.until is null
     and (b.covered_by, b.covered_on, b.closed_on)
         is distinct from (a.covered_by, a.covered_on, a.closed_on);
  insert into unit_coverage (unit_id, organization_id, since)
  select a.id, a.covered_by, a.covered_on
    from unit_before b join unit_after a using (id)
   where a.covered_by is not null and a.closed_on is null
     and (b.covered_by, b.covered_on) is distinct from (a.covered_by, a.covered_on);
  return null;
end $$;

create trigger unit_coverage_begins after insert on unit
  referencing new table as unit_after for each statement execute function begin_unit_coverage();
create trigger unit_coverage_changes after update on unit
  referencing old table as unit_before new table as unit_after
  for each statement execute function change_unit_coverage();

insert into unit_coverage (unit_id, organization_id, since, until, ended_at)
select id, covered_by, covered_on, closed_on, case when closed_on is not null then now() end
  from unit where covered_by is not null;

drop index unit_covered_by;
create index unit_covered_by on unit (covered_by, credit_code) where closed_on is null;

-- The gaps of an area, largest first: each kind by itself, so that all or one are read in order.
drop index unit_uncovered;
create index unit_gap_township on unit (left(area_code, 9), kind, staff_count, id)
  where covered_by is null and closed_on is null;
create index unit_gap_community on unit (area_code, kind, staff_count, id)
  where covered_by is null and closed_on is null;

-- What a register file was compared with and what came of it, also of a dry run or a refused file.
create table register_comparison (
  job_id       uuid        primary key references import_job (id),
  area_code    varchar(12) not null,
  effective_on date        not null,
  stored       bigint      not null,
  registered   bigint      not null,
  reopened     bigint      not null,
  changed      bigint      not null,
  gone         bigint      not null,
  gone_allowed bigint      not null
);

create table register_difference (
  job_id       uuid         not null references import_job (id),
  no           bigint       not null,
  row_no       bigint,
  difference   varchar(10)  not null,
  credit_code  varchar(18)  not null,
  name_before  varchar(200),
  name_after   varchar(200),
  kind_before  varchar(40),
  kind_after   varchar(40),
  area_before  varchar(12),
  area_after   varchar(12),
  staff_before int,
  staff_after  int,
  primary key (job_id, no)
);

-- The characters of a name and its pairs of neighbours, so that one or two Chinese characters are
-- found by an index as quickly as many. Costly beside what a like takes: it is for the index.
create function name_grams(name text) returns text[]
  language plpgsql immutable strict parallel safe cost 10000 as $$
declare
  characters text[] := string_to_array(lower(name), null);
  grams text[] := characters;
begin
  for i in 2 .. cardinality(characters) loop
    grams := grams || (characters[i - 1] || characters[i]);
  end loop;
  return grams;
end $$;

-- What a name must have that contains the text: its pairs, or its only character.
create function sought_grams(sought text) returns text[]
  language sql immutable strict parallel safe
return case when char_length(sought) < 2 then name_grams(sought)
            else (name_grams(sought))[char_length(sought) + 1:] end;

create index organization_grams on organization using gin (name_grams(name));
create index unit_grams on unit using gin (name_grams(name));
-- The trigrams of the units' names did no more, and nothing for two characters.
drop index unit_name;

-- Sums are kept by series and day: what a sum is of stands once, not in every row of it.
create table projection.series (
  id        int         generated always as identity primary key,
  node_kind char(1)     not null,
  node      varchar(36) not null,
  grain     char(1)     not null,
  measure   varchar(60) not null,
  sector    varchar(40) not null,
  type      varchar(40) not null,
  unique (node_kind, node, grain, measure, sector, type)
);

alter table projection.balance rename to balance_before;

-- Sums of postings by node of the line (L) or the territory (A). As of a day: whole years before,
-- whole months of the year before where they are kept, days up to it. Room for sums that grow.
create table projection.balance (
  series_id int           not null,
  bucket    date          not null,
  amount    numeric(16,2) not null,
  constraint balance_in_series primary key (series_id, bucket)
) with (fillfactor = 80);

-- Sums are kept where many postings meet: in district and townships, and in the two topmost ranks of
-- the line. Below, a figure is read from the ledger, by these indexes.
delete from projection.balance_before
 where node_kind = 'A' and node not like '%000' and measure not in ('organization', 'area.households');
delete from projection.balance_before
 where node_kind = 'A' and grain = 'M' and node not like '%000000';
delete from projection.balance_before
 where node_kind = 'L' and node in (
   select organization_id::text from projection.lineage where cardinality(line) > 2);
create index posting_area on projection.posting (area_code varchar_pattern_ops, effective_on)
  where area_code is not null;
create index lineage_area on projection.lineage (area_code varchar_pattern_ops);
create index lineage_line on projection.lineage using gin (line);

insert into projection.series (node_kind, node, grain, measure, sector, type)
select distinct node_kind, node, grain, measure, sector, type from projection.balance_before;

insert into projection.balance (series_id, bucket, amount)
select s.id, b.bucket, b.amount
  from projection.balance_before b
  join projection.series s using (node_kind, node, grain, measure, sector, type);

drop table projection.balance_before;

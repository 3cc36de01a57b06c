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

-- Sums of postings by node of the line (L) or the territory (A), by year, month and day. As of a
-- day: whole years before, whole months of the year before, days of the month up to it.
create table projection.balance (
  series_id int           not null,
  bucket    date          not null,
  amount    numeric(16,2) not null,
  constraint balance_in_series primary key (series_id, bucket)
);

insert into projection.series (node_kind, node, grain, measure, sector, type)
select distinct node_kind, node, grain, measure, sector, type from projection.balance_before;

insert into projection.balance (series_id, bucket, amount)
select s.id, b.bucket, b.amount
  from projection.balance_before b
  join projection.series s using (node_kind, node, grain, measure, sector, type);

drop table projection.balance_before;

-- The nodes of the territory that an area lies in, itself last: district, township, community, by
-- its six, nine and twelve digits (GB/T 2260, GB/T 10114).
create function territory_nodes(area varchar) returns varchar[] language sql immutable as $$
  select case
    when area = left(area, 6) || '000000' then array[area]
    when area = left(area, 9) || '000' then array[left(area, 6) || '000000', area]
    else array[left(area, 6) || '000000', left(area, 9) || '000', area]
  end
$$;

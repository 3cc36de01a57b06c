-- The projection: everything here is folded from the log and can be folded anew.
create schema projection;

-- The ledger. A figure as of a day, known at a moment, is a sum of postings; nothing is ever changed.
create table projection.posting (
  measure         varchar(60)   not null,
  organization_id uuid,
  area_code       varchar(12),
  record_id       varchar(64)   not null,
  effective_on    date          not null,
  amount          numeric(14,2) not null,
  recorded_at     timestamptz   not null,
  topic           varchar(10)   not null,
  sequence        bigint        not null
);
create index posting_organization on projection.posting (organization_id, measure, effective_on);
create index posting_record on projection.posting (measure, record_id);

-- What the fold must remember of a record to understand the next event of the same record.
create table projection.record_state (
  record_id varchar(80) primary key,
  state     jsonb       not null
);

-- Where an organisation stood from a day (inclusive) to another (exclusive): its line upwards, itself
-- first, its territory and its kind. Derived from its own and its ancestors' events.
create table projection.lineage (
  organization_id uuid        not null,
  valid_from      date        not null,
  valid_to        date        not null,
  line            uuid[]      not null,
  area_code       varchar(12) not null,
  sector          varchar(40) not null,
  type            varchar(40) not null,
  primary key (organization_id, valid_from)
);

-- What each organisation itself was, from a day on.
create table projection.placement (
  organization_id uuid        not null,
  valid_from      date        not null,
  valid_to        date        not null,
  parent_id       uuid,
  area_code       varchar(12) not null,
  sector          varchar(40) not null,
  type            varchar(40) not null,
  primary key (organization_id, valid_from)
);
create index placement_parent on projection.placement (parent_id);

-- Sums of postings by node of the line (L) or the territory (A), by year, month and day. As of a
-- day: whole years before, whole months of the year before, days of the month up to it.
create table projection.balance (
  node_kind char(1)       not null,
  node      varchar(36)   not null,
  measure   varchar(60)   not null,
  sector    varchar(40)   not null,
  type      varchar(40)   not null,
  grain     char(1)       not null,
  bucket    date          not null,
  amount    numeric(16,2) not null,
  primary key (node_kind, node, grain, bucket, measure, sector, type)
);

-- For what is asked of all communities at once; the other measures need no second way in.
create index balance_by_measure on projection.balance (measure, node, bucket)
  include (sector, type, amount)
  where node_kind = 'A' and grain = 'D' and measure in ('organization', 'area.households');

create table projection.area (
  code        varchar(12)  primary key,
  level       varchar(20)  not null,
  name        varchar(200) not null,
  name_en     varchar(200),
  parent_code varchar(12),
  defined_on  date         not null,
  closed_on   date
);
create index area_level on projection.area (level);

-- The services' own counts, for reconciliation.
create table projection.tally (
  topic       varchar(10) primary key,
  counted_at  timestamptz not null,
  sequence    bigint      not null,
  counts      jsonb       not null
);

-- What was spent. What was wrong is revoked and never changed.
create table cost (
  cost_id         uuid          primary key,
  organization_id uuid          not null,
  activity_id     uuid          references activity,
  site_id         uuid          references site,
  area_code       varchar(12)   collate "C" not null,
  amount          numeric(12,2) not null check (amount > 0),
  fund_source     varchar(20)   not null,
  spent_on        date          not null,
  revoked_on      date,
  reason_code     varchar(40)   check (revoked_on is not null or reason_code is null),
  check (activity_id is not null or site_id is not null)
);
create index cost_day on cost (spent_on, cost_id);
create index cost_organization on cost (organization_id, spent_on, cost_id);
create index cost_activity on cost (activity_id) where activity_id is not null;
create index cost_site on cost (site_id, spent_on) where site_id is not null;
create index cost_area on cost (area_code, spent_on, cost_id);

-- What each area has spent in a calendar year, without what was revoked: the sum of its costs, kept.
create table area_spending (
  area_code varchar(12)   collate "C" not null,
  year      int           not null,
  spent     numeric(18,2) not null,
  primary key (area_code, year)
);

-- What an area and those within it may spend in a calendar year.
create table budget (
  area_code varchar(12)   collate "C" not null,
  year      int           not null,
  amount    numeric(14,2) not null check (amount >= 0),
  version   bigint        not null,
  primary key (area_code, year)
);

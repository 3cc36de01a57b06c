create table brand (
  brand_id        uuid         primary key,
  code            varchar(32)  not null unique,
  name            varchar(200) not null,
  organization_id uuid         not null,
  area_code       varchar(12)  collate "C" not null,
  awarded_on      date         not null,
  withdrawn_on    date         check (withdrawn_on >= awarded_on),
  reason_code     varchar(40),
  version         bigint       not null
);
create index brand_organization on brand (organization_id);
create index brand_area on brand (area_code, code);

create table demonstration_point (
  demonstration_point_id uuid         primary key,
  code                   varchar(32)  not null unique,
  name                   varchar(200) not null,
  organization_id        uuid         not null,
  area_code              varchar(12)  collate "C" not null,
  designated_on          date         not null,
  withdrawn_on           date         check (withdrawn_on >= designated_on),
  reason_code            varchar(40),
  version                bigint       not null
);
create index demonstration_point_organization on demonstration_point (organization_id);
create index demonstration_point_area on demonstration_point (area_code, code);

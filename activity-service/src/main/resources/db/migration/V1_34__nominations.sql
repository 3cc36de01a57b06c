-- An honour is looked at again from time to time. What came without an end has none.
alter table brand
  add column renewed_on  date check (renewed_on >= awarded_on),
  add column valid_until date;
create index brand_due on brand (valid_until) where withdrawn_on is null;
alter table demonstration_point
  add column renewed_on  date check (renewed_on >= designated_on),
  add column valid_until date;
create index demonstration_point_due on demonstration_point (valid_until) where withdrawn_on is null;

-- Who is proposed for which honour, and what was decided.
create table nomination (
  nomination_id   uuid         primary key,
  kind            varchar(20)  not null check (kind in ('BRAND', 'DEMONSTRATION_POINT')),
  name            varchar(200) not null,
  organization_id uuid         not null,
  area_code       varchar(12)  collate "C" not null,
  state           varchar(10)  not null check (state in ('NOMINATED', 'ACCEPTED', 'RETURNED')),
  nominated_on    date         not null,
  decided_on      date,
  reason_code     varchar(40),
  honour_id       uuid,
  version         bigint       not null,
  check ((decided_on is null) = (state = 'NOMINATED')),
  check ((honour_id is null) = (state <> 'ACCEPTED'))
);
create index nomination_order on nomination (kind, state, nominated_on, nomination_id);
create index nomination_organization on nomination (organization_id);

-- What an honour (a brand or a demonstration point) has contributed: so many of what the code says.
create table honour_contribution (
  contribution_id   uuid        primary key,
  honour_id         uuid        not null,
  contribution_code varchar(40) not null,
  count             int         not null check (count > 0),
  contributed_on    date        not null
);
create index honour_contribution_order
  on honour_contribution (honour_id, contributed_on, contribution_id);

-- What the neighbours keep with which organisation: a small copy, folded from their events.
create table neighbour_record (
  record_id       uuid        primary key,
  kind            varchar(20) not null,
  organization_id uuid        not null,
  -- Where an open transfer leads to
  destination_id  uuid,
  -- When a booking is over
  ends_at         timestamptz
);
create index neighbour_record_organization on neighbour_record (organization_id, kind);
create index neighbour_record_destination on neighbour_record (destination_id) where destination_id is not null;

-- Organisations that become others: planned, or decided and followed by the other services.
create table reorganization (
  id           uuid         primary key,
  kind         varchar(20)  not null,
  state        varchar(12)  not null check (state in ('PLANNED', 'UNDER_WAY', 'DONE', 'CANCELLED')),
  effective_on date         not null,
  plan         text         not null,
  -- Why a planned one could not be carried out when its day came
  obstacle     varchar(60),
  created_by   varchar(255) not null,
  created_at   timestamptz  not null,
  decided_at   timestamptz,
  done_at      timestamptz,
  version      bigint       not null default 0
);
create index reorganization_planned on reorganization (effective_on, id) where state = 'PLANNED';

-- Who takes part, and what each had when it was decided
create table reorganization_part (
  reorganization_id uuid        not null references reorganization,
  organization_id   uuid        not null references organization,
  role              varchar(12) not null check (role in ('SOURCE', 'DESTINATION')),
  held              jsonb,
  primary key (reorganization_id, organization_id, role)
);
create index reorganization_part_organization on reorganization_part (organization_id);

-- How far each service has followed
create table reorganization_step (
  reorganization_id uuid        not null references reorganization,
  service           varchar(20) not null,
  counts            jsonb       not null default '{}',
  done_at           timestamptz,
  primary key (reorganization_id, service)
);

-- What came out of what, for ever
create table organization_lineage (
  predecessor_id    uuid not null references organization,
  successor_id      uuid not null references organization,
  reorganization_id uuid not null references reorganization,
  effective_on      date not null,
  primary key (predecessor_id, successor_id, reorganization_id)
);
create index organization_lineage_successor on organization_lineage (successor_id);

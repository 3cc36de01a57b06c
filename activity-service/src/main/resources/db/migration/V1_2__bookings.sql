create extension if not exists btree_gist;

-- A booking holds its space from starts_at (inclusive) to ends_at (exclusive).
create table booking (
  booking_id      uuid        primary key,
  site_id         uuid        not null references site,
  space_id        uuid        not null references space,
  organization_id uuid        not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null check (ends_at > starts_at),
  during          tstzrange   not null generated always as (tstzrange(starts_at, ends_at, '[)')) stored,
  state           varchar(10) not null check (state in ('CONFIRMED', 'CANCELLED')),
  booked_at       timestamptz not null,
  cancelled_at    timestamptz,
  version         bigint      not null,
  -- The rule that no two bookings of a space overlap. Its index also finds what is free.
  constraint booking_no_overlap exclude using gist (space_id with =, during with &&)
    where (state = 'CONFIRMED')
);
create index booking_order on booking (starts_at, booking_id);
create index booking_space on booking (space_id, starts_at, booking_id);
create index booking_site on booking (site_id, starts_at, booking_id);
create index booking_organization on booking (organization_id, starts_at, booking_id);

-- A rule by which a space was booked again and again. What was had of it are its bookings.
create table booking_series (
  booking_series_id uuid         primary key,
  site_id           uuid         not null references site,
  space_id          uuid         not null references space,
  organization_id   uuid         not null,
  rrule             varchar(500) not null,
  -- Wall-clock times in the district's zone, each occurrence ends so many days after it begins
  first_date        date         not null,
  start_time        time         not null,
  end_time          time         not null,
  lasts_days        int          not null check (lasts_days >= 0),
  attendees         int          check (attendees > 0),
  made_at           timestamptz  not null,
  cancelled_at      timestamptz,
  version           bigint       not null
);
create index booking_series_organization
  on booking_series (organization_id, made_at, booking_series_id);
create index booking_series_space on booking_series (space_id, made_at, booking_series_id);
create index booking_series_order on booking_series (made_at, booking_series_id);

alter table booking add constraint booking_series_fkey foreign key (series_id)
  references booking_series;

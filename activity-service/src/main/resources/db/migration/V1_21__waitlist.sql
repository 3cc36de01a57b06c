-- Who waits for a time of a space that is taken. First come, first served among those that fit.
create table waitlist_entry (
  waitlist_entry_id uuid        primary key,
  site_id           uuid        not null references site,
  space_id          uuid        not null references space,
  organization_id   uuid        not null,
  starts_at         timestamptz not null,
  ends_at           timestamptz not null check (ends_at > starts_at),
  attendees         int         check (attendees > 0),
  state             varchar(10) not null
    check (state in ('WAITING', 'PROMOTED', 'WITHDRAWN', 'LAPSED')),
  added_at          timestamptz not null,
  ended_at          timestamptz check (state = 'WAITING' or ended_at is not null),
  booking_id        uuid        references booking check (state <> 'PROMOTED' or booking_id is not null),
  version           bigint      not null
);
-- Who comes next, whose quota it counts against, and whom the sweep looks for
create index waitlist_entry_next on waitlist_entry (space_id, added_at, waitlist_entry_id)
  where state = 'WAITING';
create index waitlist_entry_organization on waitlist_entry (organization_id, starts_at)
  where state = 'WAITING';
create index waitlist_entry_overdue on waitlist_entry (starts_at) where state = 'WAITING';
create index waitlist_entry_order on waitlist_entry (added_at, waitlist_entry_id);
create index waitlist_entry_of_space on waitlist_entry (space_id, added_at, waitlist_entry_id);
create index waitlist_entry_of_organization
  on waitlist_entry (organization_id, added_at, waitlist_entry_id);

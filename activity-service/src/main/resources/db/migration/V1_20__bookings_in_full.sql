-- A booking's life in full (ADR 14). What a space or a policy sets is frozen into a booking when it
-- is made: how long before and after its use the space is blocked, until when it is held, from when
-- on it is released because nobody came.
alter table booking
  add column attendees     int check (attendees > 0),
  add column blocked_from  timestamptz,
  add column blocked_until timestamptz,
  add column held_until    timestamptz,
  add column release_at    timestamptz,
  add column checked_in_at timestamptz,
  add column reminded_at   timestamptz,
  add column reason_code   varchar(40),
  add column series_id     uuid;

update booking set blocked_from = starts_at, blocked_until = ends_at;

alter table booking
  alter column blocked_from set not null,
  alter column blocked_until set not null,
  add column blocked tstzrange not null
    generated always as (tstzrange(blocked_from, blocked_until, '[)')) stored,
  add constraint booking_blocked_check check (blocked_from <= starts_at and ends_at <= blocked_until),
  drop constraint booking_state_check,
  add constraint booking_state_check check (
    state in ('HELD', 'REQUESTED', 'CONFIRMED', 'CHECKED_IN', 'NO_SHOW', 'REFUSED', 'CANCELLED',
              'LAPSED')),
  add constraint booking_held_check check (state <> 'HELD' or held_until is not null),
  drop constraint booking_no_overlap,
  -- The rule that no two bookings of a space overlap, with the time to set up and to clear up.
  add constraint booking_no_overlap exclude using gist (space_id with =, blocked with &&)
    where (state in ('HELD', 'CONFIRMED', 'CHECKED_IN'));

-- What an organisation has ahead, for its quota and for its heir
drop index booking_to_come;
create index booking_to_come on booking (organization_id, ends_at)
  where state in ('HELD', 'REQUESTED', 'CONFIRMED', 'CHECKED_IN');
create index booking_requested on booking (site_id, starts_at, booking_id)
  where state = 'REQUESTED';

-- What the sweep looks for
create index booking_hold_ends on booking (held_until) where state = 'HELD';
create index booking_request_ends on booking (starts_at) where state = 'REQUESTED';
create index booking_released on booking (release_at) where state = 'CONFIRMED';
create index booking_to_remind on booking (starts_at)
  where state = 'CONFIRMED' and reminded_at is null;

create index booking_of_series on booking (series_id, starts_at) where series_id is not null;

-- An activity is planned, held, minuted or cancelled. What was there before took place.
alter table activity
  add column state              varchar(10)  not null default 'HELD'
    check (state in ('PLANNED', 'HELD', 'MINUTED', 'CANCELLED')),
  add column title              varchar(200),
  add column starts_at          timestamptz,
  add column ends_at            timestamptz,
  add column site_id            uuid         references site,
  add column booking_id         uuid         references booking,
  add column place              varchar(200),
  add column agenda             varchar(200)[] not null default '{}',
  add column reason_code        varchar(40),
  add column sign_up_limit      int          check (sign_up_limit > 0),
  add column sign_up_opens_at   timestamptz,
  add column sign_up_closes_at  timestamptz,
  add check (ends_at > starts_at),
  add check (starts_at is not null or state in ('HELD', 'MINUTED'));
create index activity_day on activity (held_on, activity_id);

-- Who holds it; the first leads it and is its organization_id too.
create table activity_holder (
  activity_id     uuid not null references activity,
  position        int  not null,
  organization_id uuid not null,
  primary key (activity_id, position)
);
create index activity_holder_organization on activity_holder (organization_id, activity_id);
insert into activity_holder (activity_id, position, organization_id)
select activity_id, 0, organization_id from activity;

-- Minutes are written anew and never over.
create table minutes (
  activity_id uuid        not null references activity,
  number      int         not null,
  text        text        not null,
  written_at  timestamptz not null,
  primary key (activity_id, number)
);

-- Who wants to come to an activity, in the order in which they said so.
create table sign_up (
  sign_up_id   uuid        primary key,
  activity_id  uuid        not null references activity,
  member_id    uuid        not null,
  number       bigint      not null generated always as identity,
  state        varchar(10) not null check (state in ('SIGNED_UP', 'WAITING', 'WITHDRAWN')),
  signed_up_at timestamptz not null
);
-- The rule that one signs up once; who withdraws may come again, at the end of the list.
create unique index sign_up_once on sign_up (activity_id, member_id) where state <> 'WITHDRAWN';
create index sign_up_order on sign_up (activity_id, number);
create index sign_up_member on sign_up (member_id, activity_id) where state <> 'WITHDRAWN';

-- How it is known that somebody attended, and by the phone's clock when its code was seen.
alter table attendance
  add column came_by    varchar(10) not null default 'LIST' check (came_by in ('LIST', 'CODE', 'LATE')),
  add column scanned_at timestamptz check (scanned_at is null or came_by <> 'LIST');
create index attendance_activity on attendance (activity_id, held_on, attendance_id);

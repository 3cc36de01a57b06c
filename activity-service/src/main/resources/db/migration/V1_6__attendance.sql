-- Where members are affiliated, as the member service tells: from valid_from (inclusive) to valid_to
-- (exclusive, null: still). Who of one's own may attend.
create table member_stay (
  member_id       uuid not null,
  organization_id uuid not null,
  valid_from      date not null,
  valid_to        date
);
create index member_stay_member on member_stay (member_id, valid_from);

-- Whom an organisation hosts, as the member service tells. The member is known to the host from the
-- day on which home and host are known to each other, and as long as the home says so.
create table hosted_person (
  registration_id uuid primary key,
  host_id         uuid not null,
  hosted_on       date not null,
  ended_on        date,
  member_id       uuid
);
create index hosted_person_member on hosted_person (member_id) where member_id is not null;

-- An activity that an organisation held.
create table activity (
  activity_id     uuid        primary key,
  organization_id uuid        not null,
  kind            varchar(20) not null,
  held_on         date        not null,
  version         bigint      not null
);
create index activity_organization on activity (organization_id, held_on, activity_id);

-- Who attended: a member of one's own, or, with a registration, one whom the organisation hosts.
create table attendance (
  attendance_id   uuid primary key,
  activity_id     uuid not null references activity,
  organization_id uuid not null,
  held_on         date not null,
  registration_id uuid,
  member_id       uuid,
  home_id         uuid,
  revoked_on      date,
  reason_code     varchar(40),
  check (registration_id is not null or (member_id is not null and home_id is not null)),
  check (revoked_on is not null or reason_code is null)
);
-- The rule that one attends an activity once, by whatever they are known.
create unique index attendance_of_member on attendance (activity_id, member_id)
  where revoked_on is null and member_id is not null;
create unique index attendance_of_hosted on attendance (activity_id, registration_id)
  where revoked_on is null and registration_id is not null;
create index attendance_at on attendance (organization_id, held_on, attendance_id);
create index attendance_from on attendance (home_id, held_on, attendance_id) where home_id is not null;
create index attendance_by on attendance (member_id, held_on) where member_id is not null;

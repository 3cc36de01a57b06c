-- The public keys of members' phones. One that was revoked never comes back, for nobody.
create table device_key (
  device_key_id uuid         primary key,
  member_id     uuid         not null,
  thumbprint    varchar(60)  not null unique,
  jwk           varchar(400) not null,
  registered_at timestamptz  not null,
  revoked_at    timestamptz  check (revoked_at >= registered_at)
);
create index device_key_member on device_key (member_id, registered_at desc);

-- One checks in to an activity once, also after the organiser has taken the attendance back.
create table check_in (
  activity_id   uuid        not null references activity,
  member_id     uuid        not null,
  device_key_id uuid        not null references device_key,
  shown_from    timestamptz not null,
  scanned_at    timestamptz not null,
  received_at   timestamptz not null,
  primary key (activity_id, member_id)
);

-- Files that belong to activities. The bytes lie elsewhere, under attachment_id; those of removed
-- ones nowhere.
create table attachment (
  attachment_id uuid         primary key,
  activity_id   uuid         not null references activity,
  name          varchar(200) not null,
  media_type    varchar(100) not null,
  size          bigint       not null check (size > 0),
  sha256        bytea        not null check (length(sha256) = 32),
  added_at      timestamptz  not null,
  removed_on    date,
  reason_code   varchar(40)  check (removed_on is not null or reason_code is null)
);
-- The rule that the same file is attached to an activity once.
create unique index attachment_once on attachment (activity_id, sha256) where removed_on is null;

-- What befalls a membership between admission and end.
alter table member
  -- Probation was extended that day, until the first day on which confirmation is possible again.
  add column extended_on     date,
  add column probation_until date,
  -- Rights rest since that day; and were last whole again from that day on.
  add column suspended_on    date,
  add column resumed_on      date,
  -- The record that is kept of a person of whom this was a second one.
  add column merged_into     uuid references member,
  -- Keyed digest of the name, by which second records are found; filled in by and by.
  add column name_index      bytea,
  add constraint member_extension check ((extended_on is null) = (probation_until is null)),
  add constraint member_merged check (merged_into is null or end_reason = 'ENTERED_IN_ERROR');
create index member_alike on member (name_index, birth_year, sex, member_id)
  where end_reason is distinct from 'ENTERED_IN_ERROR';
create index member_unnamed on member (member_id) where name_index is null;

-- When a member's rights rested, from suspended_on (inclusive) to resumed_on (exclusive, null: still).
create table suspension (
  member_id    uuid not null references member,
  suspended_on date not null,
  resumed_on   date check (resumed_on >= suspended_on),
  constraint suspension_one_at_a_time
    exclude using gist (member_id with =, daterange(suspended_on, resumed_on) with &&)
);

-- Why something recorded before was put right. What was put right, and how, its events tell.
create table correction (
  correction_id uuid         primary key,
  member_id     uuid         not null references member,
  reason_code   varchar(40)  not null,
  recorded_at   timestamptz  not null,
  recorded_by   varchar(255) not null,
  -- The member's last event before it.
  after_event   bigint       not null,
  -- The day of joining was put right; no event tells of it.
  wrong_joined_on date,
  right_joined_on date
);
create index correction_member on correction (member_id, after_event);

-- A member's life, from the first event on.
create index outbox_of_one on outbox (partition_key, sequence);

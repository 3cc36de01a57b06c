-- A transfer may lead out of the district or into it; then one of its ends lies elsewhere.
alter table transfer
  alter column state type varchar(12),
  alter column source_id drop not null,
  alter column destination_id drop not null,
  add column direction varchar(6) not null default 'WITHIN'
    check (direction in ('WITHIN', 'OUT', 'IN')),
  -- The organisation elsewhere in the words of whoever wrote it; may tell of a person, so encrypted.
  add column elsewhere bytea,
  -- The other district by its configured name, where the two talk to each other; null: by paper.
  add column peer varchar(40),
  add column acknowledged_on date check (acknowledged_on >= closed_on),
  -- Since when the present state lasts: what every clock counts from.
  add column waiting_since date,
  -- The last day on which the office whose turn it is may act; of open ones.
  add column act_until date;
update transfer set waiting_since = coalesce(closed_on, approved_on, requested_on),
  act_until = case state when 'REQUESTED' then (requested_on + interval '1 month')::date
                         when 'APPROVED' then valid_until end;
alter table transfer
  alter column waiting_since set not null,
  drop constraint transfer_state_check,
  drop constraint transfer_check1,
  drop constraint transfer_check3,
  drop constraint transfer_check4,
  add constraint transfer_approved_later
    check (direction = 'IN' or approved_on >= requested_on),
  add constraint transfer_states check (state in
    ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED', 'ACKNOWLEDGED', 'REFUSED', 'CANCELLED',
     'EXPIRED')),
  add constraint transfer_has_letter check (state not in ('APPROVED', 'RETURNED', 'COMPLETED',
    'ACKNOWLEDGED') or (letter_number is not null and approved_on is not null
                        and valid_until is not null)),
  add constraint transfer_closed check
    ((closed_on is null) = (state in ('REQUESTED', 'APPROVED', 'RETURNED'))),
  add constraint transfer_acknowledged check
    ((acknowledged_on is null) = (state <> 'ACKNOWLEDGED')),
  add constraint transfer_until check
    ((act_until is null) = (closed_on is not null)),
  add constraint transfer_ends check
    (source_id is not null and destination_id is not null and direction = 'WITHIN'
     or source_id is not null and destination_id is null and direction = 'OUT'
     or source_id is null and destination_id is not null and direction = 'IN');
-- Whoever comes is no member here before receipt.
alter table transfer drop constraint transfer_member_id_fkey;

drop index transfer_one_open;
create unique index transfer_one_open on transfer (member_id)
  where state in ('REQUESTED', 'APPROVED', 'RETURNED');
drop index transfer_due;
-- What a clock runs for.
create index transfer_waiting on transfer (state, waiting_since, transfer_id)
  where state in ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED');
create index transfer_due on transfer (act_until, transfer_id) where act_until is not null;

-- Who is on the way in from another district: kept until received, then a member, or forgotten.
create table incoming_person (
  transfer_id  uuid        primary key references transfer,
  id_index     bytea       not null,
  id_number    bytea       not null,
  name         bytea       not null,
  phone        bytea,
  sex          varchar(1)  not null,
  ethnicity    varchar(2)  not null,
  education    varchar(2)  not null,
  birth_year   int         not null,
  status       varchar(12) not null check (status in ('PROBATIONARY', 'FULL')),
  joined_on    date        not null
);
-- The rule that a person comes once at a time.
create unique index incoming_once on incoming_person (id_index);

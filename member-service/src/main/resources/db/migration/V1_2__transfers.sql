-- A member's move between two organisations; the member belongs to the source until receipt.
create table transfer (
  transfer_id    uuid        primary key,
  member_id      uuid        not null references member,
  source_id      uuid        not null,
  destination_id uuid        not null check (destination_id <> source_id),
  state          varchar(10) not null check (state in
                   ('REQUESTED', 'APPROVED', 'COMPLETED', 'REFUSED', 'CANCELLED', 'EXPIRED')),
  requested_on   date        not null,
  letter_number  varchar(40),
  approved_on    date        check (approved_on >= requested_on),
  -- The last day on which the letter is good.
  valid_until    date,
  closed_on      date        check (closed_on >= requested_on),
  reason_code    varchar(40),
  version        bigint      not null,
  check (state not in ('APPROVED', 'COMPLETED', 'EXPIRED')
         or (letter_number is not null and approved_on is not null and valid_until is not null)),
  check ((closed_on is null) = (state in ('REQUESTED', 'APPROVED')))
);
-- The rule that a member has one open transfer at most.
create unique index transfer_one_open on transfer (member_id) where state in ('REQUESTED', 'APPROVED');
-- A letter is one letter at its source.
create unique index transfer_letter on transfer (source_id, letter_number);
create index transfer_member on transfer (member_id, transfer_id);
create index transfer_out on transfer (source_id, state, transfer_id);
create index transfer_in on transfer (destination_id, state, transfer_id);
create index transfer_due on transfer (valid_until, transfer_id) where state = 'APPROVED';

create sequence letter_number;

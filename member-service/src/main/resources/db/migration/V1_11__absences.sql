-- A member who is away from where they are affiliated (流出), as the home organisation knows it or
-- the member has reported it. Where to is free text and may tell of a person, so encrypted.
create table absence (
  absence_id      uuid        primary key,
  member_id       uuid        not null references member,
  home_id         uuid        not null,
  state           varchar(18) not null check (state in
                    ('REPORTED_BY_MEMBER', 'CONFIRMED', 'DECLINED', 'ENDED')),
  away_since      date        not null,
  reported_on     date        not null check (reported_on >= away_since),
  reason_code     varchar(40) not null,
  whereabouts     bytea,
  -- Whom the home asks to host, or who does.
  host_id         uuid        check (host_id <> home_id),
  -- The hosting of the same person, once the two are known to be about one.
  registration_id uuid        references mobile_registration,
  -- From which day on it counts as mobile, and is proposed for a transfer, by the policy then.
  mobile_from     date        not null,
  transfer_from   date        not null,
  -- The last contact, and the last day for the next.
  first_due       date        not null,
  contacted_on    date        check (contacted_on >= away_since),
  contact_due     date        not null,
  ended_on        date        check (ended_on >= away_since),
  end_reason      varchar(40),
  version         bigint      not null,
  check ((ended_on is null) = (state in ('REPORTED_BY_MEMBER', 'CONFIRMED'))),
  check (registration_id is null or host_id is not null)
);
-- The rule that a member is away once at a time.
create unique index absence_one_open on absence (member_id)
  where state in ('REPORTED_BY_MEMBER', 'CONFIRMED');
-- The rule that a hosting is matched with one absence at a time.
create unique index absence_one_hosting on absence (registration_id) where state = 'CONFIRMED';
create index absence_member on absence (member_id, absence_id);
create index absence_home on absence (home_id, absence_id);
create index absence_host on absence (host_id, absence_id) where host_id is not null;
-- Whom a home has to call, and who is overdue anywhere.
create index absence_home_due on absence (home_id, contact_due) where state = 'CONFIRMED';
create index absence_due on absence (contact_due) where state = 'CONFIRMED';

-- When the home was in touch with a member who is away, how, and until when the next is due.
create table absence_contact (
  contact_id   uuid        primary key,
  absence_id   uuid        not null references absence,
  contacted_on date        not null,
  means        varchar(8)  not null check (means in ('PHONE', 'MESSAGE', 'VISIT', 'MEETING')),
  due_on       date        not null,
  recorded_at  timestamptz not null default now()
);
create index absence_contact_last on absence_contact (absence_id, contacted_on desc);

-- Since when the home knows of the hosting; the host does not learn who the home is before.
alter table mobile_registration add column matched_on date;

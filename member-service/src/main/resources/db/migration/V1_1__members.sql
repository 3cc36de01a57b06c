create extension if not exists btree_gist;

-- A membership. What identifies the person is encrypted; nothing is deleted: a membership ends.
create table member (
  member_id       uuid        primary key,
  -- Keyed digest of the ID number, by which it is found without being decrypted.
  id_index        bytea       not null,
  id_number       bytea       not null,
  name            bytea       not null,
  phone           bytea,
  sex             varchar(1)  not null,
  ethnicity       varchar(2)  not null,
  education       varchar(2)  not null,
  birth_year      int         not null,
  status          varchar(12) not null check (status in ('PROBATIONARY', 'FULL')),
  joined_on       date        not null,
  confirmed_on    date,
  admitted_by     uuid,
  -- Where the member is affiliated now, or was last; its history stands in affiliation.
  organization_id uuid        not null,
  affiliated_on   date        not null check (affiliated_on >= joined_on),
  ended_on        date        check (ended_on >= affiliated_on),
  end_reason      varchar(20),
  version         bigint      not null,
  check ((ended_on is null) = (end_reason is null))
);
-- The rule that a person has one membership at a time.
create unique index member_one_membership on member (id_index) where ended_on is null;
-- Earlier memberships of a person, which a new one may not overlap.
create index member_person on member (id_index, ended_on) where ended_on is not null;

-- Where a member was affiliated from valid_from (inclusive) to valid_to (exclusive, null: still).
create table affiliation (
  member_id       uuid not null references member,
  organization_id uuid not null,
  valid_from      date not null,
  valid_to        date check (valid_to >= valid_from),
  -- The rule that a member is affiliated to one organisation at most at any instant.
  constraint affiliation_one_at_a_time
    exclude using gist (member_id with =, daterange(valid_from, valid_to) with &&)
);
create index affiliation_organization on affiliation (organization_id, member_id);

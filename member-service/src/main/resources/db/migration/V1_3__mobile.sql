-- Someone affiliated elsewhere whom an organisation here hosts. What identifies the person is
-- encrypted, and where they come from too, since it is free text.
create table mobile_registration (
  registration_id  uuid        primary key,
  id_index         bytea       not null,
  id_number        bytea       not null,
  name             bytea       not null,
  phone            bytea,
  home_description bytea,
  host_id          uuid        not null,
  -- The membership and its organisation then, where the home is in this district.
  member_id        uuid        references member,
  home_id          uuid        check (home_id <> host_id),
  hosted_on        date        not null,
  ended_on         date        check (ended_on >= hosted_on),
  reason_code      varchar(40),
  version          bigint      not null
);
-- The rule that a person is hosted by one organisation at a time.
create unique index mobile_one_host on mobile_registration (id_index) where ended_on is null;
create index mobile_person on mobile_registration (id_index, ended_on) where ended_on is not null;
create index mobile_host on mobile_registration (host_id, registration_id);

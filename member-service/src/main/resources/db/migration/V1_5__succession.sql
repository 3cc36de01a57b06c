-- A letter keeps its number at whoever issued it, also when another organisation has become the
-- transfer's source.
alter table transfer add column issuer_id uuid;
update transfer set issuer_id = source_id where letter_number is not null;
drop index transfer_letter;
create unique index transfer_letter on transfer (issuer_id, letter_number);

-- Who is where now: what a reorganisation looks for.
create index member_organization on member (organization_id, member_id) where ended_on is null;
create index mobile_hosted_now on mobile_registration (host_id) where ended_on is null;

-- Who goes elsewhere than to the heir when an organisation is split.
create table assignment (
  reorganization_id uuid not null references reorganization,
  member_id         uuid not null,
  organization_id   uuid not null,
  primary key (reorganization_id, member_id)
);
create index mobile_member on mobile_registration (member_id) where ended_on is null;

-- Rows bear a random reference in place of the keyed digest of an ID number (see blind_reference of
-- the kit), so that the key of the index can be changed while everything runs. The digests that are
-- there move over; they are under the key that was configured without an id until now.
insert into blind_reference (digest, key_id, reference)
select id_index, 'index', uuid_send(uuidv7())
  from (select id_index from member union select id_index from mobile_registration
         union select id_index from incoming_person) known;

update member m set id_index = b.reference, name_index = null
  from blind_reference b where b.digest = m.id_index;
update mobile_registration r set id_index = b.reference
  from blind_reference b where b.digest = r.id_index;
update incoming_person p set id_index = b.reference
  from blind_reference b where b.digest = p.id_index;

comment on column member.id_index is 'The reference of the ID number.';
comment on column member.name_index is 'The reference of the name; filled in by and by.';
comment on column mobile_registration.id_index is 'The reference of the ID number.';
comment on column incoming_person.id_index is 'The reference of the ID number.';

-- Names of records that should never have been, so that all references are found by an index.
create index member_misnamed on member (name_index) where end_reason = 'ENTERED_IN_ERROR';

-- What identifies a person may be erased, and then nothing does: no number, no name, no phone, and no
-- digest of any. Coded attributes stay, since figures count by them.
alter table member
  alter column id_index drop not null,
  alter column id_number drop not null,
  alter column name drop not null,
  add column erased_on date,
  add column erasure_reason varchar(40),
  add constraint member_known_or_erased check
    (case when erased_on is null
          then id_index is not null and id_number is not null and name is not null
               and erasure_reason is null
          else num_nonnulls(id_index, id_number, name, phone, name_index) = 0
               and ended_on is not null and erasure_reason is not null end);
alter table mobile_registration
  alter column id_index drop not null,
  alter column id_number drop not null,
  alter column name drop not null,
  add column erased_on date,
  add constraint mobile_known_or_erased check
    (case when erased_on is null
          then id_index is not null and id_number is not null and name is not null
          else num_nonnulls(id_index, id_number, name, phone, home_description) = 0
               and ended_on is not null end);

-- Whose name has no digest yet; not those who have no name.
drop index member_unnamed;
create index member_unnamed on member (member_id) where name_index is null and name is not null;
-- Who was not taken along by a batch whose reason may tell of them.
create index transfer_batch_skip_member on transfer_batch_skip (member_id);

-- What is known of a member, in the codes of the standards, from a day on, by the event that said so:
-- only ever added to. Nothing here names anyone.
create table projection.person (
  member_id    uuid        not null,
  effective_on date        not null,
  sex          varchar(10),
  ethnicity    varchar(10),
  education    varchar(10),
  birth_year   int,
  recorded_at  timestamptz not null,
  topic        varchar(10) not null,
  sequence     bigint      not null
);
create index person_member on projection.person (member_id, effective_on, sequence);

-- The log is kept for ever: what was folded before is folded again, with its persons.
truncate projection.event, projection.posting, projection.record_state, projection.lineage,
         projection.placement, projection.territory, projection.series, projection.balance,
         projection.area, projection.heir, projection.tally;
delete from inbox_position where handler = 'ledger';

-- Which events were folded: a posting leads to its event by topic and sequence. Of what shapes the
-- tree and the territory it is kept what was said, so that both can be worked out as they were known.
create table projection.event (
  event_id     uuid         primary key,
  topic        varchar(10)  not null,
  sequence     bigint       not null,
  type         varchar(100) not null,
  aggregate_id varchar(80)  not null,
  effective_on date         not null,
  recorded_at  timestamptz  not null,
  structure    jsonb
);
create unique index event_position on projection.event (topic, sequence);
create index event_structure_position on projection.event (topic, sequence) where structure is not null;
create index event_structure_recorded on projection.event (recorded_at) where structure is not null;

-- The log is kept for ever: what was folded before is folded again, with its events.
truncate projection.posting, projection.record_state, projection.lineage, projection.placement,
         projection.territory, projection.series, projection.balance, projection.area,
         projection.heir, projection.tally;
delete from inbox_position where handler = 'ledger';

-- What moved an organisation, by what it stood below.
create index event_structure_aggregate on projection.event (aggregate_id) where structure is not null;
-- Whether anything came after a moment or a place: both grow with the table, so a summary will do.
create index event_recorded on projection.event using brin (recorded_at);
-- Whether anything moved between two days.
create index lineage_from on projection.lineage (valid_from);

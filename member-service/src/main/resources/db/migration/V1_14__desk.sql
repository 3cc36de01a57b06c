create extension if not exists pg_trgm;
-- Organisations are found by part of their name.
create index organization_node_name on organization_node using gin (name gin_trgm_ops);
-- Who is on probation now, by where.
create index member_probation on member (organization_id) where status = 'PROBATIONARY' and ended_on is null;

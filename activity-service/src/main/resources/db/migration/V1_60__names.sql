-- Sites and organisations are found by part of their names.
create extension if not exists pg_trgm;
create index organization_node_name on organization_node using gin (name gin_trgm_ops);
create index site_name on site using gin (name gin_trgm_ops);

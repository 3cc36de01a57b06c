-- A small local copy of the organisations, folded from the registry's events: enough to decide
-- whose subtree a record lies in, without asking the registry.
create extension if not exists ltree;

create table organization_node (
  organization_id uuid         primary key,
  code            varchar(32)  not null,
  name            varchar(200) not null,
  parent_id       uuid,
  area_code       varchar(12)  not null,
  type            varchar(40)  not null,
  sector          varchar(40)  not null,
  state           varchar(20)  not null,
  path            ltree,
  established_on  date         not null,
  dissolved_on    date
);
create index organization_node_code on organization_node (code);
create index organization_node_parent on organization_node (parent_id);
create index organization_node_path on organization_node using gist (path);

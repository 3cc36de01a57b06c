-- Who took over what an organisation had when it was no more: figures on other boundaries than those
-- of the day follow it.
create table projection.heir (
  organization_id uuid primary key,
  heir_id         uuid not null,
  effective_on    date not null
);
create index heir_of on projection.heir (heir_id);

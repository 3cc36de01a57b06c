-- A feed of the bookings of a site, or without one of its organisation. Whoever knows the secret
-- reads it, so only a digest of the secret is kept.
create table calendar (
  calendar_id     uuid        primary key,
  site_id         uuid        references site,
  organization_id uuid        not null,
  secret_digest   varchar(64) not null unique,
  opened_at       timestamptz not null,
  revoked_at      timestamptz,
  version         bigint      not null
);
create index calendar_organization on calendar (organization_id, opened_at, calendar_id);

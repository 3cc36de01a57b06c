-- What the registry has decided about organisations that became others.
create table reorganization (
  reorganization_id uuid        primary key,
  effective_on      date        not null,
  -- When nothing was left to follow; what comes late follows all the same.
  followed_at       timestamptz
);
create index reorganization_unfollowed on reorganization (reorganization_id) where followed_at is null;

-- Who takes over what an organisation had; no heir where it goes on itself.
create table succession (
  organization_id   uuid not null,
  reorganization_id uuid not null references reorganization,
  heir_id           uuid,
  effective_on      date not null,
  primary key (organization_id, reorganization_id)
);
create index succession_reorganization on succession (reorganization_id);

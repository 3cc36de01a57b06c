-- The phones of an erased person: what leads to them goes, what was signed by them stays by its ids.
alter table device_key alter column thumbprint drop not null;
alter table device_key alter column jwk drop not null;
alter table device_key
  add check ((jwk is null) = (thumbprint is null)),
  add check (jwk is not null or revoked_at is not null);

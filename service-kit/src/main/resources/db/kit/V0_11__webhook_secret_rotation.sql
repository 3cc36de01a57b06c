-- The secret before the present one, encrypted, which also signs what is sent until that moment.
alter table webhook
  add old_secret bytea,
  add old_secret_until timestamptz,
  add check ((old_secret is null) = (old_secret_until is null));

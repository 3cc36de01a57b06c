-- A digest is no sealed value: it is kept as it goes out, in hexadecimal.
alter table attachment drop constraint attachment_sha256_check;
alter table attachment alter column sha256 type varchar(64) using encode(sha256, 'hex');
alter table attachment add check (sha256 ~ '^[0-9a-f]{64}$');

-- Under which key the fingerprint of a message was made: one that is gone tells nothing any more.
alter table exchange_reply add column fingerprint_key varchar(60) not null default 'index';
alter table exchange_reply alter column fingerprint_key drop default;

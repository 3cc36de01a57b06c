-- The id of the request or job that caused the event, as its log lines and audit records carry it.
alter table outbox add column correlation_id varchar(64);

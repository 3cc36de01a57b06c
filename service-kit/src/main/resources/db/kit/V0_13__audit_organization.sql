-- The root of the caller's scope then, an organisation's id or 'district': who reads their own access
-- log learns from where in the district somebody looked. Null in older records, whose hash is as it was.
alter table audit_log add column organization varchar(64);

-- What was asked for beside the file, as names and values by turns; a retry sees what the sender saw.
alter table import_job add parameters text[] not null default '{}';

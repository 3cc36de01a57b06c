-- How far the service's log goes by what the job has taken, for readers elsewhere to wait for.
alter table import_job add position varchar(60);

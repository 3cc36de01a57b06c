-- From now on the chunks of a file are encrypted, each naming its key. Those that lie here in the
-- clear are forgotten; whose work was not done is told to send the file again.
delete from import_chunk;
update import_job set state = 'FAILED', failure = 'given-up', finished_at = now()
 where state in ('QUEUED', 'RUNNING');
comment on column import_chunk.content is 'Encrypted.';

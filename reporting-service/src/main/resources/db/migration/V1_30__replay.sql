-- How far a second projection has read each partition of the logs: moved in the transaction of what
-- was folded, so that whoever takes a partition over from another does nothing twice.
create table replay_partition (
  replay_id     uuid        not null,
  topic         varchar(60) not null,
  partition_no  int         not null,
  next_offset   bigint      not null default 0,
  last_sequence bigint      not null default 0,
  -- Where to stop (exclusive): where the live fold stood.
  until_offset  bigint      not null,
  events        bigint      not null default 0,
  -- Who folded the last batch.
  worker        varchar(100),
  primary key (replay_id, topic, partition_no)
);

-- What ran in one instance only cannot be gone on with.
update rebuild set state = 'FAILED', failure = 'its instance died', finished_at = now()
 where state = 'RUNNING';

alter table rebuild drop constraint rebuild_state_check;
alter table rebuild add constraint rebuild_state_check
  check (state in ('RUNNING', 'COMPLETED', 'DIFFERENT', 'FAILED', 'CANCELLED'));
alter table rebuild add column phase varchar(10) not null default 'PREPARING'
  check (phase in ('PREPARING', 'GATHERING', 'SUMMING', 'COMPARING', 'SWITCHING'));
update rebuild set phase = 'SWITCHING';
create index rebuild_started on rebuild (started_at desc, id desc);

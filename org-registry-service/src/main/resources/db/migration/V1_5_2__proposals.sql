-- A change that one office proposes and another may make. Evidence and reasons stay here: no event
-- carries them.
create table proposal (
  id                    uuid         primary key,
  target                varchar(20)  not null,
  target_id             uuid         not null,
  target_version        bigint       not null,
  command               varchar(40)  not null,
  body                  text         not null,
  evidence              varchar(2000) not null,
  -- Where the target stood when it was proposed: who has that may decide.
  organization_id       uuid         references organization,
  area_code             varchar(12)  not null,
  proposed_by           varchar(255) not null,
  proposer_organization uuid         references organization,
  proposed_at           timestamptz  not null,
  state                 varchar(10)  not null,
  settled_by            varchar(255),
  settled_at            timestamptz,
  settled_reason        varchar(500),
  version               bigint       not null default 0
);
create index proposal_work_list on proposal (state, proposed_at, id);
create index proposal_organization on proposal (organization_id, state);
create index proposal_proposer on proposal (proposed_by, proposed_at);
create index proposal_target on proposal (target_id);
-- One proposer proposes one command to a record once at a time
create unique index proposal_once on proposal (target_id, command, proposed_by) where state = 'OPEN';

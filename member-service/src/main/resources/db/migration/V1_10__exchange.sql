-- Hand-overs between districts that talk to each other (ADR 13).
alter table transfer
  -- How many letters have been issued for it: the other district answers one of them.
  add column issue int not null default 0,
  -- Since when the other district is being asked to release the member.
  add column release_asked_on date
    constraint transfer_release_asked check (release_asked_on is null
      or (direction = 'IN' and peer is not null and state = 'APPROVED'));
update transfer set issue = 1 where letter_number is not null;

-- Which organisation of the other district a transfer out of this one leads to.
create table exchange_departure (
  transfer_id      uuid        primary key references transfer,
  destination_code varchar(40) not null
);

-- What another district has offered, and how far it has come with it. Remembered for ever, so that
-- an old offer which is delivered late does not come to life again.
create table exchange_handover (
  peer        varchar(40) not null,
  handover_id uuid        not null,
  -- The letter that was offered, or withdrawn, last.
  letter      int         not null,
  -- What became of it here; null where it was withdrawn before it was heard of.
  transfer_id uuid        references transfer,
  primary key (peer, handover_id)
);
create index exchange_handover_transfer on exchange_handover (transfer_id);

-- What has to be said to other districts, in the order of its transfer, until it is answered.
create table exchange_message (
  message_id      uuid        primary key,
  sequence        bigint      generated always as identity,
  transfer_id     uuid        not null references transfer,
  peer            varchar(40) not null,
  kind            varchar(12) not null check (kind in
                    ('OFFER', 'WITHDRAWAL', 'RELEASE', 'RETURN', 'REFUSAL', 'ARRIVAL')),
  state           varchar(10) not null check (state in ('WAITING', 'ANSWERED', 'OBSOLETE', 'DEAD')),
  -- Encrypted, since an offer tells of a person; forgotten when nobody has to hear it any more.
  body            bytea,
  attempts        int         not null default 0,
  -- How often it arrived and was refused as such.
  refusals        int         not null default 0,
  next_attempt_at timestamptz not null,
  failure         varchar(80),
  created_at      timestamptz not null,
  settled_at      timestamptz,
  constraint exchange_message_body
    check ((body is null) = (state in ('ANSWERED', 'OBSOLETE')))
);
create index exchange_message_due on exchange_message (next_attempt_at) where state = 'WAITING';
create index exchange_message_order on exchange_message (transfer_id, sequence)
  where state in ('WAITING', 'DEAD');
create index exchange_message_peer on exchange_message (peer) where state = 'WAITING';
create index exchange_message_state on exchange_message (state, message_id);

-- What was answered to each message of another district: one that comes again has no effect.
create table exchange_reply (
  peer        varchar(40) not null,
  message_id  uuid        not null,
  -- Keyed digest of all that was signed, the digest of the body among it.
  fingerprint bytea       not null,
  answer      text,
  received_at timestamptz not null,
  primary key (peer, message_id)
);

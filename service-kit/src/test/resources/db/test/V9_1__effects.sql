-- What the test handler did, so that doing it twice shows.
create table effect (
  at          bigint generated always as identity,
  event_id    uuid   not null,
  key         text   not null,
  sequence    bigint not null
);

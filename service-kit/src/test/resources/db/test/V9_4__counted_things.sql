-- What the test's tally counts: each was told of in the transaction that made it.
create table counted_thing (
  id uuid primary key
);

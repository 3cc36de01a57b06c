create table probe (
  id      uuid        primary key,
  name    varchar(20) not null unique,
  amount  int         not null check (amount >= 0),
  version bigint      not null
);

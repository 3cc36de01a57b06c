-- Which township an area lies in, from a day (inclusive) to another (exclusive): only for areas that
-- have ever lain elsewhere than the digits of their code say, and for these on every day.
create table projection.territory (
  area_code   varchar(12) not null,
  valid_from  date        not null,
  valid_to    date        not null,
  parent_code varchar(12) not null,
  primary key (area_code, valid_from)
);
create index territory_parent on projection.territory (parent_code);

create table thing (
  code      varchar(32) primary key,
  name      varchar(100) not null,
  opened_on date,
  sector    varchar(40),
  ethnicity varchar(2),
  size      int
);

-- The day on which name or area last changed; no later change is dated before it.
alter table building add column changed_on date;

-- Registers are of units or of buildings; the differences are forgotten after a while, the counts
-- stay.
alter table register_comparison
  add column register varchar(60) not null default 'unit-register',
  add column forgotten_at timestamptz;
alter table register_comparison alter column register drop default;
alter table register_difference rename column credit_code to code;
alter table register_difference alter column code type varchar(32);

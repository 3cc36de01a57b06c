-- Only full members count for the size that a type of organisation must have.
alter table neighbour_record add column probationary boolean not null default false;

insert into quality_rule (code, title_zh, title_en, severity, parameters, enabled, since) values
  ('SIZE_OUT_OF_BOUNDS', '党员人数与组织类型不符', 'Members too few or too many for the type', 'MEDIUM',
   '{"branchAtLeast": 3, "branchAtMost": 50, "generalBranchAtLeast": 50, "generalBranchAtMost": 100, "committeeAtLeast": 101}',
   true, '2009-01-01');

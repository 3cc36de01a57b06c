-- Which reports are sealed by themselves, and when.
create table report_schedule (
  id              uuid         primary key,
  template        varchar(60)  not null,
  -- None: the district, whatever its code.
  area_code       varchar(12),
  -- Minute, hour, day of the month, month, day of the week; in the zone of business dates.
  cron            varchar(120) not null,
  state           varchar(10)  not null check (state in ('ACTIVE', 'PAUSED', 'CLOSED')),
  closed_on       date,
  created_by      varchar(255) not null,
  created_at      timestamptz  not null,
  version         bigint       not null default 0,
  -- When the next report is due; none until somebody has looked, or where it is not active.
  due_at          timestamptz,
  next_attempt_at timestamptz,
  last_failure    varchar(120),
  last_report_id  uuid         references report,
  check ((state = 'CLOSED') = (closed_on is not null))
);
create index report_schedule_active on report_schedule (due_at) where state = 'ACTIVE';
create index report_schedule_last_report on report_schedule (last_report_id);

-- The district's own: in the morning of the second day, when what was told late on the last is in.
insert into report_schedule (id, template, cron, state, created_by, created_at) values
  ('01900000-0000-7000-8000-000000000001', 'mobile-members', '0 6 2 * *', 'ACTIVE', 'system', now()),
  ('01900000-0000-7000-8000-000000000002', 'district-quarter', '10 6 2 1,4,7,10 *', 'ACTIVE', 'system', now()),
  ('01900000-0000-7000-8000-000000000003', 'annual-bulletin', '20 6 2 1 *', 'ACTIVE', 'system', now());

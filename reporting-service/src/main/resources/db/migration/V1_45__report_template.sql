-- What reports there can be: every version of every template, as the newest of a name says. What
-- was sealed keeps its template beside it, and does not look here.
create table report_template (
  name       varchar(60)  not null,
  version    bigint       not null check (version >= 0),
  -- Of one that is retired nothing new is sealed.
  state      varchar(10)  not null check (state in ('ACTIVE', 'RETIRED')),
  retired_on date,
  definition jsonb        not null,
  changed_by varchar(255) not null,
  changed_at timestamptz  not null,
  primary key (name, version),
  check ((state = 'RETIRED') = (retired_on is not null))
);

-- A template that an open schedule names is not retired.
create index report_schedule_template on report_schedule (template) where state <> 'CLOSED';

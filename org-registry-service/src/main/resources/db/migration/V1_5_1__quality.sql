-- Which faults are looked for; how each is found is code, org.jiceng.registry.quality.RuleQueries.
create table quality_rule (
  code       varchar(40)  primary key,
  title_zh   varchar(100) not null,
  title_en   varchar(100) not null,
  severity   varchar(10)  not null check (severity in ('HIGH', 'MEDIUM', 'LOW')),
  parameters jsonb        not null,
  enabled    boolean      not null,
  since      date         not null,
  version    bigint       not null default 0
);

insert into quality_rule (code, title_zh, title_en, severity, parameters, enabled, since) values
  ('ORGANIZATION_IN_CLOSED_AREA', '组织所在区划已撤销', 'Organisation in a closed area', 'HIGH', '{}', true, '2009-01-01'),
  ('ORGANIZATION_BELOW_DISSOLVED', '上级组织已撤销', 'Organisation below a dissolved one', 'HIGH', '{}', true, '2009-01-01'),
  ('UNIT_IN_CLOSED_AREA', '单位所在区划已撤销', 'Unit in a closed area', 'HIGH', '{}', true, '2009-01-01'),
  ('SECRETARY_MISSING', '书记空缺', 'Organisation without a secretary', 'HIGH', '{"graceDays": 90}', true, '2009-01-01'),
  ('TERM_OVERDUE', '届满未换届', 'Term overdue', 'MEDIUM', '{"graceDays": 0}', true, '2009-01-01'),
  ('IMPOSSIBLE_DATES', '日期前后矛盾', 'Impossible dates', 'MEDIUM', '{}', true, '2009-01-01'),
  ('DUPLICATE_ORGANIZATION_NAME', '同一区划组织重名', 'Organisations of one name in one area', 'LOW', '{}', true, '2009-01-01'),
  ('DUPLICATE_UNIT_NAME', '同一区划单位重名', 'Units of one name in one area', 'LOW', '{}', true, '2009-01-01'),
  ('STAFF_OUTLIER', '单位人数异常', 'Staff count far outside the usual', 'LOW', '{"timesMedian": 100, "atLeast": 1000}', true, '2009-01-01'),
  ('COVERAGE_OUTLIER', '覆盖单位数异常', 'Organisation that covers far more units than others', 'LOW', '{"timesMedian": 50, "atLeast": 100}', true, '2009-01-01');

create table finding (
  id              uuid        primary key,
  rule            varchar(40) not null references quality_rule,
  subject_kind    varchar(20) not null,
  subject_id      uuid        not null,
  organization_id uuid        references organization,
  area_code       varchar(12) not null,
  state           varchar(10) not null,
  opened_on       date        not null,
  closed_on       date,
  waived_reason   varchar(40),
  waived_until    date,
  version         bigint      not null default 0
);
-- A rule finds fault with a record once at a time
create unique index finding_once on finding (rule, subject_id) where state <> 'CLOSED';
create index finding_work_list on finding (state, opened_on, id);
create index finding_organization on finding (organization_id);
create index finding_area on finding (area_code text_pattern_ops);

-- Names are compared within an area. Units, by the hundred thousand, are sorted when the rule runs: an
-- index would cost every import more than that.
create index organization_area_name on organization (area_code, name) where state <> 'DISSOLVED';

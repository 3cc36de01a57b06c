-- What others were told last of how an organisation kept a rule of cadence in a span of days.
create table cadence_assessment (
  kind            varchar(20) not null,
  starts_on       date        not null,
  ends_before     date        not null check (ends_before > starts_on),
  organization_id uuid        not null,
  required        int         not null,
  held            int         not null,
  primary key (kind, starts_on, ends_before, organization_id)
);

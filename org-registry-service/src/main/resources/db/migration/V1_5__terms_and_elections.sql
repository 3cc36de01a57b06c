-- Posts are found by kind and by what falls due, vacancies by organisation.
create index post_vacant on post (organization_id) where appointment_id is null and abolished_on is null;
create index post_elected_term on post (term_ends_on, organization_id)
  where appointment_id is not null and kind in ('SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER');
create index post_held on post (organization_id, kind) where appointment_id is not null;
create index appointment_history on appointment (post_id, appointed_on desc, id desc);
drop index appointment_post;
-- How many units each organisation covers is counted by this index alone.
create index unit_covered_open on unit (covered_by) where covered_by is not null and closed_on is null;

create table election (
  id              uuid        primary key,
  organization_id uuid        not null references organization,
  held_on         date        not null,
  effective_on    date        not null check (effective_on >= held_on),
  term_ends_on    date        not null check (term_ends_on > effective_on),
  recorded_at     timestamptz not null,
  -- One term begins on a day: terms follow one another and never overlap.
  unique (organization_id, effective_on)
);

create table election_result (
  election_id    uuid        not null references election,
  nth            int         not null,
  kind           varchar(20) not null,
  holder_id      uuid,
  post_id        uuid        not null references post,
  appointment_id uuid        not null references appointment,
  primary key (election_id, nth)
);

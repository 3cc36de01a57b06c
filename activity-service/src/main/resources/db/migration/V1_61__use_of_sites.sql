-- What was held at a site, by day.
create index activity_site on activity (site_id, held_on) where site_id is not null;

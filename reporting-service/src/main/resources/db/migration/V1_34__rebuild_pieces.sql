-- Once the logs are folded, one works out the sums while another makes the indexes.
alter table rebuild add column summed boolean not null default false;
alter table rebuild add column indexed boolean not null default false;

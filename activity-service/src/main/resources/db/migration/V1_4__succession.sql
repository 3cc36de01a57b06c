-- Since when another organisation has it; nothing that comes later may be dated before.
alter table site add column handed_over_on date;
alter table brand add column handed_over_on date;
alter table demonstration_point add column handed_over_on date;
create index booking_to_come on booking (organization_id, ends_at) where state = 'CONFIRMED';

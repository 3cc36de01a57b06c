-- Who leaves on a day to come: a reorganisation takes them along until then.
create index member_leaving on member (ended_on) where ended_on is not null;

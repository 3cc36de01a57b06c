-- Whose access log is asked for: second records merged into the member, and hostings of then and now.
create index member_merged on member (merged_into) where merged_into is not null;
create index mobile_of_member on mobile_registration (member_id) where member_id is not null;

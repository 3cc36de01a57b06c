-- Who was affiliated where on a day, asked by organisation.
create index member_stay_organization on member_stay (organization_id, valid_from);

-- Asked by the whole district, and by a member's phone, of what others lead.
create index attendance_day on attendance (held_on, attendance_id) where revoked_on is null;
create index activity_holder_joint on activity_holder (organization_id, activity_id)
  where position > 0;

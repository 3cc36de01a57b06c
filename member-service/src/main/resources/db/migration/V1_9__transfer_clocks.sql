-- The clocks of a waiting transfer, set when it enters a state: by when the office that has to act
-- should have, and from when on the one above it is told; and when either was told.
alter table transfer
  add column due_on date,
  add column escalate_on date,
  add column reminded_on date,
  add column escalated_on date;
update transfer
   set due_on = least(waiting_since + 7, act_until),
       escalate_on = least(waiting_since + 21, act_until)
 where state in ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED');
alter table transfer
  -- Whose turn it is; null where that lies outside the district, or nobody has to act.
  add column turn_id uuid generated always as
    (case when state in ('REQUESTED', 'RETURNED', 'COMPLETED') then source_id
          when state = 'APPROVED' then destination_id end) stored,
  -- The day from which on something is to be told that has not been yet.
  add column tell_on date generated always as
    (case when state not in ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED') then null
          when reminded_on is null then due_on
          when escalated_on is null then escalate_on end) stored;

drop index transfer_waiting;
-- What the sweep tells next.
create index transfer_tell on transfer (tell_on, transfer_id) where tell_on is not null;
-- What lies on a desk, the most pressing first.
create index transfer_turn on transfer (turn_id, due_on, transfer_id)
  where state in ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED');

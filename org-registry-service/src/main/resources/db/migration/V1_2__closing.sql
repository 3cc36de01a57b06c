-- Nothing is deleted: what is no more keeps its date and the reason.
alter table area add closed_reason varchar(40);
alter table unit add closed_reason varchar(40);
alter table building add closed_reason varchar(40);
alter table station add closed_reason varchar(40);
alter table post add abolished_reason varchar(40);

-- When the last coverage or appointment ended: nothing that comes later may be dated before it.
alter table unit add uncovered_on date;
alter table building add uncovered_on date;
alter table post add vacated_on date;
update post set vacated_on = ended.last_on
  from (select post_id, max(ended_on) as last_on from appointment group by post_id) ended
 where ended.post_id = post.id;

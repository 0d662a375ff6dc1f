-- Counters by name, as every party has them.
alter table stan_counter rename to one_counter;
create table stan_counter (
  name text primary key,
  next bigint not null
);
insert into stan_counter (name, next) select 'stan', next from one_counter;
drop table one_counter;

-- What was given back of what was captured, and stands.
alter table sale add column refunded bigint not null default 0;

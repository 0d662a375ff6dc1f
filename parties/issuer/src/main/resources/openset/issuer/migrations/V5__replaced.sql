-- How much of an authorization is approved after reversals of a part; null where none came.
alter table authorized add column approved_minor bigint
  check (approved_minor between presented_minor and minor);

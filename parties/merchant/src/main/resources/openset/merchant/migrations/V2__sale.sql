-- What people see of a sale; the conversation beside it is the truth, and both change together.
create table sale (
  lid_m bytea primary key,
  standing text not null,
  brand text not null,
  xid bytea not null,
  auth_code text,
  approval_code text,
  authorized bigint,
  captured bigint
);

-- What people see of authorizations. Never a card number; the conversation beside it is the truth.
create table authorization_log (
  xid bytea primary key check (length(xid) = 20),
  standing text not null,
  reason text,
  acquirer text,
  retrieval text,
  merchant text,
  currency int,
  authorized bigint,
  captured bigint check (captured is null or captured <= authorized),
  approval_code text,
  at timestamptz not null
);
create table stan_counter (
  one boolean primary key default true check (one),
  next bigint not null
);
insert into stan_counter values (true, 0);

-- Cut-offs of the calendar that have passed, each once, with or without a cycle.
create table cut_off (
  at timestamptz primary key,
  business_date date not null
);

-- What did not come out even, until it does or somebody says why it may stay.
create table break (
  number bigint generated always as identity primary key,
  kind text not null,
  reference text not null,
  cycle bigint,
  institution text,
  amount bigint not null default 0,
  currency integer,
  since timestamptz not null,
  resolved timestamptz,
  reason text check (length(reason) between 1 and 500),
  resolver text,
  unique (kind, reference),
  check ((resolved is null) = (reason is null) and (resolved is null) = (resolver is null))
);
create index break_open on break (since) where resolved is null;
create function clearing_resolutions_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.resolved is not null then
    raise exception 'a resolution stays' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger resolutions_stay before update or delete on break
  for each row execute function clearing_resolutions_stay();

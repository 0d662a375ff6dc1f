-- Settlement cycles: open for items; closing, while an issuer has still to speak about one of them;
-- closed. One is open at any time; items go into it under a share lock on its row, so that the
-- cut-off waits for them and none slips in behind.
create table cycle (
  number bigint primary key check (number > 0),
  state text not null check (state in ('open', 'closing', 'closed')),
  business_date date,
  closed timestamptz,
  check ((state = 'open') = (business_date is null)),
  check ((state = 'closed') = (closed is not null))
);
create unique index cycle_open on cycle (state) where state = 'open';
create index cycle_closing on cycle (number) where state = 'closing';
insert into cycle (number, state) values (1, 'open');

-- Presentments by acquirer and key of the capture. No card number.
create table presentment (
  acquirer text not null,
  key bytea not null check (length(key) between 20 and 24),
  original bytea not null,
  xid bytea not null,
  trans_stain bytea,
  certificate bytea,
  set_merchant text,
  issuer text not null,
  retrieval text not null,
  approval text not null,
  merchant text not null,
  terminal text not null,
  category text not null,
  amount bigint not null check (amount > 0),
  currency integer not null,
  -- The cycle that was open when it came: the issuer is told, so it never changes.
  cycle bigint not null,
  -- The issuer's word for good, once.
  response text,
  at timestamptz not null,
  primary key (acquirer, key)
);
create index presentment_by_cycle on presentment (cycle, acquirer, key);

create function clearing_words_stay() returns trigger language plpgsql as $$
begin
  if old.response is not null then
    raise exception 'a cleared item is never changed' using errcode = '23514';
  end if;
  if new.cycle <> old.cycle then
    raise exception 'an item stays in its cycle' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger words_stay before update or delete on presentment
  for each row execute function clearing_words_stay();

-- What each bank gets (credits) and owes (debits) in a closed cycle.
create table position (
  cycle bigint not null,
  currency integer not null,
  institution text not null,
  credit_count bigint not null,
  debit_count bigint not null,
  credits bigint not null,
  debits bigint not null,
  acknowledged boolean not null default false,
  primary key (cycle, currency, institution)
);

create table stan_counter (
  name text primary key,
  next bigint not null
);

-- Rates of exchange, each as it was given: never changed, followed by the next.
create table rate (
  number bigint generated always as identity primary key,
  from_currency integer not null,
  to_currency integer not null check (to_currency <> from_currency),
  -- Major units of the one for a major unit of the other.
  factor numeric(16, 9) not null check (factor > 0),
  since timestamptz not null,
  entered_by text not null,
  entered timestamptz not null,
  unique (from_currency, to_currency, since)
);

-- What an item is in the currency of its issuer's account, and the rate by which it is.
create table conversion (
  item bigint primary key,
  factor numeric(16, 9) not null check (factor > 0),
  amount bigint not null check (amount > 0),
  currency integer not null
);

create function clearing_rates_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what was converted, and by which rate, is never changed'
    using errcode = '23514';
end $$;
create trigger append_only before update or delete or truncate on rate
  for each statement execute function clearing_rates_stay();
create trigger append_only before update or delete or truncate on conversion
  for each statement execute function clearing_rates_stay();

-- The house's own position: it stands between two banks of two currencies.
alter table position add column own boolean not null default false;

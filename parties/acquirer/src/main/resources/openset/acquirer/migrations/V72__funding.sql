-- A cycle has items on both sides.
alter table settlement add column debit_items bigint not null default 0;
alter table settlement add column debit_amount bigint not null default 0;

-- What is held back of a cycle's sales, until it is given back.
create table reserve_held (
  merchant text not null,
  currency integer not null,
  cycle text not null,
  amount bigint not null check (amount > 0),
  release date not null,
  released date,
  primary key (merchant, currency, cycle)
);
create index reserve_to_release on reserve_held (release) where released is null;

-- What merchants are to be paid: one instruction a day, merchant and currency.
create table payout (
  number bigint generated always as identity primary key,
  merchant text not null,
  currency integer not null,
  day date not null,
  amount bigint not null check (amount > 0),
  account text not null,
  state text not null default 'INSTRUCTED' check (state in ('INSTRUCTED', 'PAID', 'RETURNED')),
  at timestamptz not null,
  ended timestamptz,
  reference text,
  unique (merchant, currency, day),
  check ((state = 'INSTRUCTED') = (ended is null))
);
create index payout_open on payout (number) where state = 'INSTRUCTED';

-- Card products. The one called standard is there from the start.
create table product (
  product text primary key check (product ~ '^[a-z0-9-]{1,32}$'),
  title text not null,
  currency int not null,
  limit_least bigint not null check (limit_least > 0),
  limit_most bigint not null check (limit_most >= limit_least),
  minimum_floor bigint not null check (minimum_floor >= 0),
  minimum_percent int not null check (minimum_percent between 0 and 100),
  due_days int not null check (due_days between 1 and 60),
  replacement bigint not null check (replacement >= 0),
  categories text not null,
  countries text not null
);

create table limit_change (
  account uuid not null,
  change int not null check (change > 0),
  before_minor bigint not null,
  after_minor bigint not null,
  product text not null,
  done_by text not null,
  done timestamptz not null,
  primary key (account, change)
);

-- What the bank froze the holder does not thaw.
alter table card add column frozen_by text check (frozen_by in ('HOLDER', 'BANK'));

-- A period that is over, billed once.
create table bill (
  account uuid not null,
  period text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  currency int not null,
  opening bigint not null,
  closing bigint not null,
  minimum bigint not null check (minimum >= 0),
  due date not null,
  closed timestamptz not null,
  primary key (account, period)
);

create table received (
  reference text primary key check (length(reference) between 1 and 64),
  account uuid not null,
  minor bigint not null check (minor > 0),
  currency int not null,
  done_by text not null,
  received timestamptz not null
);

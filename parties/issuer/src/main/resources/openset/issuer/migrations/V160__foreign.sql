-- The clearing house's rates of exchange as they were taken from it.
create table house_rate (
  from_currency int not null,
  to_currency int not null,
  -- Major units of the one for a major unit of the other.
  factor numeric(16, 9) not null check (factor > 0),
  since timestamptz not null,
  taken timestamptz not null,
  primary key (from_currency, to_currency, since)
);

-- Authorizations in another currency than the account's: what was asked for, and the rate that
-- counts for it and all its items. Their other tables have amounts in the account's currency.
create table foreign_purchase (
  exchange bytea not null,
  acquirer text not null,
  minor bigint not null check (minor > 0),
  currency int not null,
  account_currency int not null check (account_currency <> currency),
  factor numeric(16, 9) not null check (factor > 0),
  primary key (exchange, acquirer)
);

-- The items of these in the currency of the purchase.
create table foreign_item (
  item bytea not null,
  acquirer text not null,
  exchange bytea not null,
  kind text not null,
  dispute text,
  minor bigint not null check (minor > 0),
  primary key (item, acquirer)
);
create index foreign_item_purchase on foreign_item (exchange, acquirer);
-- A chargeback of such an item in the currency of the purchase.
alter table chargeback add column asked_minor bigint check (asked_minor > 0);

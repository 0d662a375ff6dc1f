-- What else was agreed with a merchant, each change a new version from a date on.
create table merchant_terms (
  id text not null check (length(id) between 1 and 15),
  version integer not null check (version > 0),
  brands text[] not null,
  discount_fixed bigint not null check (discount_fixed >= 0),
  plus boolean not null,
  reserve_ppm integer not null check (reserve_ppm between 0 and 1000000),
  reserve_days integer not null check (reserve_days between 0 and 3660),
  payout text check (length(payout) between 15 and 34),
  since timestamptz not null,
  primary key (id, version)
);

-- Terminals given out to merchants.
create table terminal (
  id text primary key check (id ~ '^T[0-9]{7}$'),
  merchant text not null,
  since timestamptz not null,
  until timestamptz
);
create index terminal_by_merchant on terminal (merchant);

-- Fee tables. A line is never changed; one with a later date takes its place.
create table fee_rule (
  number bigint generated always as identity primary key,
  kind text not null check (kind in ('INTERCHANGE', 'SCHEME', 'DISCOUNT')),
  merchant text,
  brand text,
  category text check (category ~ '^[0-9]{4}$'),
  card text check (card in ('CREDIT', 'DEBIT', 'PREPAID', 'COMMERCIAL')),
  currency integer not null,
  ppm integer not null check (ppm between 0 and 1000000),
  fixed bigint not null check (fixed >= 0),
  least bigint not null check (least >= 0),
  most bigint not null check (most >= 0),
  since timestamptz not null
);

create function acquirer_versions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what was agreed is never changed: % of % refused', tg_op, tg_table_name
    using errcode = '23514';
end $$;
create trigger versions_stay before update or delete or truncate on fee_rule
  for each statement execute function acquirer_versions_stay();
create trigger versions_stay before update or delete or truncate on merchant_terms
  for each statement execute function acquirer_versions_stay();
create trigger versions_stay before update or delete or truncate on merchant
  for each statement execute function acquirer_versions_stay();

-- When it was asked says which contract and which tables count; the BIN table said what card.
alter table authorization_log drop column fee_basis_points;
alter table authorization_log add column brand text not null default '';
alter table authorization_log add column card_kind text not null default 'CREDIT'
  check (card_kind in ('CREDIT', 'DEBIT', 'PREPAID', 'COMMERCIAL'));

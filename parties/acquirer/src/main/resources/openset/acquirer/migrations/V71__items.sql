-- How it was asked: 0100, 0200 or 0120; what was checked; the issuer's last word about an advice.
alter table authorization_log add column manner text not null default 'AUTHORIZATION'
  check (manner in ('AUTHORIZATION', 'SALE', 'STAND_IN'));
alter table authorization_log add column address_result text check (length(address_result) = 1);
alter table authorization_log add column code_result text check (length(code_result) = 1);
alter table authorization_log add column advised text
  check (advised is null or manner = 'STAND_IN');

-- Money that moves because of an authorization, beside it: captures, credits, their reversals,
-- chargebacks and representments.
create table item (
  original bytea not null,
  key bytea not null check (length(key) between 20 and 24),
  number bigint generated always as identity unique,
  kind text not null check (kind in ('CAPTURE', 'CREDIT', 'CAPTURE_REVERSAL', 'CREDIT_REVERSAL',
    'CHARGEBACK', 'REPRESENTMENT')),
  -- What it takes back or disputes, and under which number.
  earlier bytea,
  dispute text check (length(dispute) between 1 and 32),
  reason text check (length(reason) = 4),
  stage text check (stage in ('FIRST', 'ARBITRATION')),
  xid bytea not null,
  merchant text not null,
  retrieval text not null,
  approval text not null,
  amount bigint not null check (amount > 0),
  currency integer not null,
  -- What the merchant is charged, or gets back where it is negative.
  fee bigint not null,
  response text not null,
  -- Waits to be presented; was or may have been sent; never will be; was taken back.
  queued boolean not null default false,
  sent boolean not null default false,
  cancelled boolean not null default false,
  reversed boolean not null default false,
  -- What the clearing house said for good, and the cycle it put the item into.
  presented text,
  cycle text,
  at timestamptz not null,
  primary key (original, key),
  check ((earlier is null) = (kind in ('CAPTURE', 'CREDIT'))),
  check ((dispute is null) = (kind not in ('CHARGEBACK', 'REPRESENTMENT'))),
  check ((dispute is null) = (reason is null) and (dispute is null) = (stage is null)),
  check (presented is null or response = '00'),
  check (cycle is null or presented = '00'),
  check (not (sent and cancelled))
);
insert into item (original, key, kind, xid, merchant, retrieval, approval, amount, currency, fee,
    response, queued, sent, presented, cycle, at)
  select original, key, 'CAPTURE', xid, merchant, retrieval, approval, amount, currency, fee,
    response, true, true, presented, cycle, at
  from capture order by at;
drop table capture;
create index item_by_cycle on item (cycle, currency) where cycle is not null;
create index item_by_merchant on item (merchant, number);
create index item_by_xid on item (xid);

-- The fees of an item, each with its formula.
create table item_fee (
  original bytea not null,
  key bytea not null,
  kind text not null check (kind in ('INTERCHANGE', 'SCHEME', 'DISCOUNT')),
  charged boolean not null,
  minor bigint not null,
  formula text not null,
  primary key (original, key, kind),
  foreign key (original, key) references item (original, key)
);

insert into item_fee (original, key, kind, charged, minor, formula)
  select original, key, 'DISCOUNT', true, fee, fee::text from item where response = '00';

-- What did not come out as it was answered: for a person to look at.
create table breaks (
  number bigint generated always as identity primary key,
  kind text not null check (kind in ('STAND_IN_REFUSED', 'ITEM_REFUSED', 'REVERSAL_REFUSED')),
  original bytea not null,
  key bytea not null,
  merchant text not null,
  code text not null,
  at timestamptz not null,
  cleared timestamptz,
  note text,
  unique (kind, original, key)
);

-- The issuer's own tables. Card numbers and holders lie sealed; cards, documents and contents are
-- known by keyed hashes. Every primary key begins with what its table would be distributed by.

create table card (
  card bytea primary key check (length(card) = 32),
  account uuid not null,
  number bytea not null,
  holder bytea not null,
  expiry text not null check (expiry ~ '^20[0-9]{2}(0[1-9]|1[0-2])$'),
  status text not null check (status in ('ACTIVE', 'FROZEN', 'LOST')),
  currency int not null,
  limit_minor bigint not null check (limit_minor > 0),
  review boolean not null default false,
  opened timestamptz not null
);

create table account (
  account uuid primary key,
  card bytea not null
);

create table applicant (
  document bytea primary key check (length(document) = 32),
  application text not null
);

create table application (
  application text primary key,
  content bytea not null,
  account uuid,
  reasons text not null,
  decided timestamptz not null
);

-- Failed registrations since the last success, also of cards that do not exist.
create table registration (
  card bytea primary key check (length(card) = 32),
  failures int not null default 0
);

create table verification (
  verification text primary key,
  card bytea not null,
  content bytea not null,
  state text not null check (state in ('ACCEPTED', 'REJECTED', 'LOCKED', 'PENDING')),
  reasons text not null,
  asked timestamptz not null,
  decided_by text,
  decided timestamptz
);
create index verification_pending on verification (asked) where state = 'PENDING';

-- One row an authorization asked for, or reversed before it was asked for (which has no content).
create table authorized (
  exchange bytea not null check (length(exchange) between 20 and 24),
  acquirer text not null,
  content bytea,
  card bytea,
  xid bytea not null,
  merchant text not null,
  minor bigint not null check (minor > 0),
  currency int not null,
  state text not null check (state in ('DECLINED', 'HELD', 'REVERSED')),
  response text not null,
  reason text not null,
  approval text not null,
  presented_minor bigint not null default 0 check (presented_minor between 0 and minor),
  holds int not null default 0,
  asked timestamptz not null,
  expires timestamptz not null,
  primary key (exchange, acquirer)
);

create table presentment (
  item bytea not null check (length(item) between 20 and 24),
  acquirer text not null,
  content bytea not null,
  exchange bytea not null,
  minor bigint not null,
  currency int not null,
  cycle text not null,
  response text not null,
  presented timestamptz not null,
  primary key (item, acquirer)
);
create index presentment_cycle on presentment (cycle, currency) where response = '00';

create table settlement (
  cycle text not null,
  currency int not null,
  content bytea not null,
  debits bigint not null,
  settled timestamptz not null,
  primary key (cycle, currency)
);

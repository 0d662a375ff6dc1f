-- Orders that come from the merchant's own shop system, with its number and where its customers go
-- on afterwards.
alter table shop_order add column reference text;
alter table shop_order add column success_url text;
alter table shop_order add column cancel_url text;
create index shop_order_reference on shop_order (reference) where reference is not null;

-- What happened to orders, written in the transaction in which it happened.
create table order_event (
  event_id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity unique,
  lid_m bytea not null,
  sequence int not null check (sequence > 0),
  kind text not null,
  at timestamptz not null,
  amount bigint,
  lines int[] not null,
  tracking text,
  code text,
  unique (lid_m, sequence)
);

-- Who is told. The secret lies sealed under the merchant's vault key.
create table webhook (
  webhook_id uuid primary key,
  url text not null,
  about text not null,
  secret bytea not null,
  active boolean not null,
  added_at timestamptz not null
);

-- One event for one webhook. Waiting ones of an order go out in the order of their sequence.
create table delivery (
  delivery_id bigint generated always as identity primary key,
  webhook_id uuid not null references webhook (webhook_id) on delete cascade,
  event_id uuid not null references order_event (event_id),
  lid_m bytea not null,
  sequence int not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts int not null default 0,
  due timestamptz not null,
  status int,
  answer text,
  tried_at timestamptz,
  unique (webhook_id, event_id)
);
create index delivery_due on delivery (due) where state = 'waiting';
create index delivery_order on delivery (webhook_id, lid_m, sequence) where state = 'waiting';

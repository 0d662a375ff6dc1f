-- What a person sees of purchases and cards. The conversation beside each row is the truth, lies
-- sealed, and changes together with it. No account number and no secret is in these tables.
create table purchase (
  lid_c bytea primary key check (length(lid_c) between 1 and 20),
  card_id bytea not null,
  begun_at timestamptz not null,
  standing text not null,
  brand text not null,
  merchant text,
  currency int not null,
  total bigint not null,
  offer bytea not null,
  xid bytea,
  auth_code text,
  completion_code text,
  receipt bytea,
  error text,
  rule text,
  by_peer boolean
);
create index purchase_begun on purchase (begun_at, lid_c);

-- Every XID that a merchant ever gave: none is taken for a second purchase.
create table seen_xid (
  xid bytea primary key check (length(xid) = 20),
  lid_c bytea not null
);

create table card (
  card_id bytea primary key check (length(card_id) between 1 and 20),
  begun_at timestamptz not null,
  standing text not null,
  brand text not null
);
create index card_begun on card (begun_at, card_id);

-- Batches of merchants, and what fell into them. A batch lists what was booked and books nothing.
-- Never a card number, never what was bought.
create table batch (
  batch_key bigint generated always as identity primary key,
  acquirer text not null,
  merchant text not null,
  batch_id bigint not null check (batch_id between 0 and 999999999999),
  currency int not null,
  brands text[] not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  close_status int check ((close_status is null) = (closed_at is null)),
  last int not null default 0,
  unique (acquirer, merchant, batch_id)
);
create index batch_open on batch (acquirer, merchant, batch_key) where closed_at is null;

create table batch_item (
  batch_key bigint not null references batch (batch_key),
  sequence int not null check (sequence > 0),
  trans_ids bytea not null,
  rrpid bytea not null check (length(rrpid) = 20),
  auth_rrpid bytea not null check (length(auth_rrpid) = 20),
  brand text not null,
  amount bigint not null check (amount >= 0),
  debit boolean not null,
  booked boolean not null,
  purged_at timestamptz check (purged_at is null or not booked),
  at timestamptz not null,
  primary key (batch_key, sequence),
  unique (rrpid, auth_rrpid)
);

-- Who asked for what of which batch, and what came of it: written in the answer's transaction.
create table administration_log (
  rrpid bytea primary key,
  at timestamptz not null,
  acquirer text not null,
  merchant text not null,
  signer text not null,
  brand text not null,
  what text not null,
  batch_id bigint not null,
  outcome text not null
);
create index administration_log_merchant on administration_log (acquirer, merchant, at);

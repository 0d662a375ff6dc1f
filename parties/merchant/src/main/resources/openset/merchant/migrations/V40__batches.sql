-- Our batches at gateways, as their answers told them, and how they compare.
create table batch (
  account text not null,
  batch_id bigint not null,
  brand text not null,
  currency int not null,
  opened_at timestamptz not null,
  standing text not null,
  closed_at timestamptz,
  compared_at timestamptz,
  note text,
  their_debits int,
  their_debited bigint,
  their_credits int,
  their_credited bigint,
  primary key (account, batch_id)
);
create index batch_standing on batch (standing, opened_at);

create table batch_item (
  account text not null,
  batch_id bigint not null,
  sequence int not null check (sequence > 0),
  lid_m bytea not null,
  brand text not null,
  auth_rrpid bytea not null,
  amount bigint not null,
  debit boolean not null,
  booked boolean not null,
  at timestamptz not null,
  primary key (account, batch_id, sequence),
  foreign key (account, batch_id) references batch (account, batch_id)
);

-- Where the gateway's items and ours differ: an amount below 0 gave money back.
create table batch_difference (
  account text not null,
  batch_id bigint not null,
  sequence int not null,
  ours bigint,
  theirs bigint,
  primary key (account, batch_id, sequence),
  foreign key (account, batch_id) references batch (account, batch_id)
);

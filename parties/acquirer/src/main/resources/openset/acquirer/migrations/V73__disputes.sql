-- Disputes by the issuer and its number for them; where each stands.
create table dispute (
  issuer text not null,
  number text not null check (length(number) between 1 and 32),
  original bytea not null,
  capture bytea not null,
  merchant text not null,
  reason text not null,
  amount bigint not null check (amount > 0),
  currency integer not null,
  state text not null check (state in ('CHARGED_BACK', 'CONTESTED', 'REPRESENTED', 'ARBITRATION',
    'CLAIMED', 'ACCEPTED', 'WON', 'LOST')),
  due date,
  opened timestamptz not null,
  primary key (issuer, number),
  foreign key (original, capture) references item (original, key),
  check ((due is null) = (state not in ('CHARGED_BACK', 'REPRESENTED', 'ARBITRATION')))
);
create index dispute_by_merchant on dispute (merchant);
create index dispute_due on dispute (due) where due is not null;

-- Every step of every dispute, in the order in which merchants are told.
create table dispute_step (
  step bigint generated always as identity primary key,
  issuer text not null,
  dispute text not null,
  merchant text not null,
  state text not null,
  amount bigint not null,
  currency integer not null,
  by text not null check ("by" in ('ISSUER', 'MERCHANT', 'CLEARING_HOUSE', 'TIME')),
  at timestamptz not null,
  foreign key (issuer, dispute) references dispute (issuer, number)
);
create index dispute_step_of on dispute_step (issuer, dispute);
create index dispute_step_by_merchant on dispute_step (merchant, step);

-- What merchants prove something with.
create table dispute_evidence (
  issuer text not null,
  dispute text not null,
  digest bytea not null check (length(digest) = 32),
  octets bytea not null check (length(octets) between 1 and 1048576),
  at timestamptz not null,
  primary key (issuer, dispute, digest),
  foreign key (issuer, dispute) references dispute (issuer, number)
);
create trigger versions_stay before update or delete or truncate on dispute_step
  for each statement execute function acquirer_versions_stay();
create trigger versions_stay before update or delete or truncate on dispute_evidence
  for each statement execute function acquirer_versions_stay();

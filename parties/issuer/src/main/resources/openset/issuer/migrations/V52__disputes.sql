-- What a chargeback must name of the authorization again.
alter table authorized add column terminal text;
alter table authorized add column retrieval text;

create table dispute (
  number text primary key check (length(number) between 1 and 32),
  account uuid not null,
  item bytea not null check (length(item) between 20 and 24),
  acquirer text not null,
  exchange bytea not null,
  minor bigint not null check (minor > 0),
  currency int not null,
  reason text not null check (length(reason) = 4),
  -- What the holder said, sealed.
  story bytea not null,
  state text not null check (state in ('OPENED', 'EVIDENCE_ASKED', 'CHARGED_BACK', 'REFUSED',
    'REPRESENTED', 'ACCEPTED', 'ARBITRATION', 'CLOSED')),
  since timestamptz not null,
  outcome text check (outcome in ('HOLDER', 'MERCHANT', 'WITHDRAWN', 'CREDITED', 'BANK')),
  -- What the holder has and nobody has paid: nothing once it is closed.
  suspense_minor bigint not null check (suspense_minor >= 0),
  opened timestamptz not null,
  check ((state = 'CLOSED') = (outcome is not null)),
  check (outcome is null or suspense_minor = 0)
);
-- A line is disputed once, unless the holder thought better of it or got money back otherwise.
create unique index dispute_item on dispute (item, acquirer)
  where outcome is null or outcome not in ('WITHDRAWN', 'CREDITED');
create index dispute_account on dispute (account, opened desc);
create index dispute_authorization on dispute (exchange, acquirer);
create index dispute_open on dispute (since) where outcome is null;

create table dispute_step (
  number text not null references dispute,
  step int not null check (step > 0),
  state text not null,
  note text not null,
  done_by text not null,
  done timestamptz not null,
  primary key (number, step)
);

create table dispute_evidence (
  number text not null references dispute,
  place int not null check (place > 0),
  bundle bytea not null,
  digest bytea not null check (length(digest) = 32),
  proposal text not null check (proposal in ('HOLDER', 'MERCHANT', 'UNDECIDED')),
  findings text not null,
  attached_by text not null,
  attached timestamptz not null,
  primary key (number, place)
);

-- The 0422 of each stage, and what was said to it for good.
create table chargeback (
  number text not null references dispute,
  stage text not null check (stage in ('FIRST', 'ARBITRATION')),
  item bytea not null check (length(item) between 20 and 24),
  minor bigint not null check (minor > 0),
  response text,
  cycle text,
  primary key (number, stage)
);

create table stan_counter (
  name text primary key,
  next bigint not null
);

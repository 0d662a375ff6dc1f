-- Contracts with merchants. A change keeps the old row: the fee of the day of sale counts.
create table merchant (
  id text not null check (length(id) between 1 and 15),
  version integer not null check (version > 0),
  name text not null check (length(name) between 1 and 100),
  category text not null check (category ~ '^[0-9]{4}$'),
  fee_basis_points integer not null check (fee_basis_points between 0 and 10000),
  active boolean not null,
  since timestamptz not null,
  primary key (id, version)
);

-- Every authorization asked, by its idempotency key. The card number is never stored: its BIN and
-- last four are all a log needs, and the issuer finds its hold by the key.
create table authorization_log (
  key bytea primary key check (length(key) between 20 and 24),
  xid bytea not null check (length(xid) = 20),
  trans_stain bytea,
  certificate bytea,
  set_merchant text,
  merchant text not null,
  terminal text not null,
  category text not null,
  retrieval text not null,
  card text not null check (card = '' or card ~ '^[0-9]{6}[*]+[0-9]{4}$'),
  amount bigint not null check (amount > 0),
  currency integer not null,
  fee_basis_points integer not null,
  -- Where it was sent and under which numbers; null when it was not.
  issuer text,
  sent_time text,
  sent_stan integer,
  -- The answer, written once; null while it is under way.
  response text,
  approval text,
  approved bigint,
  reversed boolean not null default false,
  at timestamptz not null,
  check ((issuer is null) = (sent_time is null) and (issuer is null) = (sent_stan is null)),
  check ((approval is null) = (approved is null)),
  check (approved is null or approved <= amount)
);
create index authorization_under_way on authorization_log (at) where response is null;
create index authorization_by_merchant on authorization_log (merchant, at);

-- An answer that was given is never another one.
create function acquirer_answers_stay() returns trigger language plpgsql as $$
begin
  if old.response is not null and (new.response, new.approval, new.approved)
      is distinct from (old.response, old.approval, old.approved) then
    raise exception 'an answer is never changed' using errcode = '23514';
  end if;
  if old.reversed and not new.reversed then
    raise exception 'a reversal stays' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger answers_stay before update on authorization_log
  for each row execute function acquirer_answers_stay();

-- Captures, beside their authorization.
create table capture (
  original bytea not null,
  key bytea not null check (length(key) between 20 and 24),
  xid bytea not null,
  merchant text not null,
  retrieval text not null,
  approval text not null,
  amount bigint not null check (amount > 0),
  currency integer not null,
  fee bigint not null check (fee between 0 and amount),
  response text not null,
  -- What the clearing house said for good, and the cycle it put the item into.
  presented text,
  cycle text,
  at timestamptz not null,
  primary key (original, key),
  check (presented is null or response = '00'),
  check (cycle is null or presented = '00')
);
create index capture_by_cycle on capture (cycle, currency) where cycle is not null;

-- Cycles that were settled with this acquirer.
create table settlement (
  cycle text not null,
  currency integer not null,
  items bigint not null,
  amount bigint not null,
  at timestamptz not null,
  primary key (cycle, currency)
);

create table stan_counter (
  name text primary key,
  next bigint not null
);

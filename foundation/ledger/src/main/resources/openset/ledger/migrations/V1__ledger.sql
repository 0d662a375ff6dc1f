-- Debits are positive, credits negative; every transfer sums to zero in each currency.

create table ledger_account (
  code text primary key check (length(code) between 1 and 64),
  currency integer not null check (currency between 1 and 999),
  kind text not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
  unique (code, currency)
);

create table ledger_transfer (
  id text primary key check (length(id) between 1 and 128),
  text text not null,
  at timestamptz not null,
  written bigint not null default pg_current_xact_id()::text::bigint
);

-- Kept together by account, which is also how they could be distributed.
create table ledger_entry (
  account text not null,
  transfer text not null,
  line integer not null,
  currency integer not null,
  amount bigint not null check (amount <> 0),
  primary key (account, transfer, line),
  foreign key (account, currency) references ledger_account (code, currency)
);
create unique index ledger_entry_transfer on ledger_entry (transfer, line);

create table ledger_hold (
  id text primary key check (length(id) between 1 and 128),
  debit text not null,
  credit text not null check (credit <> debit),
  currency integer not null,
  amount bigint not null check (amount > 0),
  expires timestamptz not null,
  at timestamptz not null
);
create index ledger_hold_debit on ledger_hold (debit);
create index ledger_hold_credit on ledger_hold (credit);

-- A hold ends once: by a posting, or given back.
create table ledger_hold_end (
  hold text primary key,
  posting text,
  at timestamptz not null
);

-- At commit a transfer is whole: at least two entries that sum to zero in each currency, all
-- written with it, so that nothing can be added to an old one.
create function ledger_transfer_is_whole() returns trigger language plpgsql as $$
declare
  checked text := case tg_table_name
    when 'ledger_transfer' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'transfer' end;
begin
  if not exists (select from ledger_transfer t where t.id = checked
      and t.written = pg_current_xact_id()::text::bigint) then
    raise exception 'ledger: entries come with their transfer' using errcode = '23514';
  end if;
  if (select count(*) from ledger_entry e where e.transfer = checked) < 2 then
    raise exception 'ledger: a transfer has two entries or more' using errcode = '23514';
  end if;
  if exists (select from ledger_entry e where e.transfer = checked
      group by e.currency having sum(e.amount) <> 0) then
    raise exception 'ledger: a transfer sums to zero' using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger ledger_transfer_whole after insert on ledger_transfer
  deferrable initially deferred for each row execute function ledger_transfer_is_whole();
create constraint trigger ledger_entry_whole after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_transfer_is_whole();

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % of % refused', tg_op, tg_table_name
    using errcode = '2F002';
end $$;
create trigger append_only before update or delete or truncate on ledger_transfer
  for each statement execute function ledger_is_append_only();
create trigger append_only before update or delete or truncate on ledger_entry
  for each statement execute function ledger_is_append_only();
create trigger append_only before update or delete or truncate on ledger_hold
  for each statement execute function ledger_is_append_only();
create trigger append_only before update or delete or truncate on ledger_hold_end
  for each statement execute function ledger_is_append_only();
create trigger append_only before update or delete or truncate on ledger_account
  for each statement execute function ledger_is_append_only();

-- In which transaction a row was written, for all tables that are sealed.
alter table ledger_hold
  add column written bigint not null default pg_current_xact_id()::text::bigint;
alter table ledger_hold_end
  add column written bigint not null default pg_current_xact_id()::text::bigint;
create index ledger_transfer_written on ledger_transfer (written);
create index ledger_hold_written on ledger_hold (written);
create index ledger_hold_end_written on ledger_hold_end (written);

-- A seal covers all rows of the transactions from the seal before up to, and without, its own end.
create table ledger_seal (
  number bigint primary key check (number > 0),
  ends bigint not null,
  rows bigint not null,
  digest bytea not null check (length(digest) = 32),
  seal bytea not null,
  at timestamptz not null
);
create trigger append_only before update or delete or truncate on ledger_seal
  for each statement execute function ledger_is_append_only();

-- What is sealed of the transactions in [begins, ends), as one text a row, in one order.
create function ledger_sealed(begins bigint, ends bigint)
  returns table (line text) language sql stable as $$
  select jsonb_build_array('transfer', t.written, t.id, t.text, extract(epoch from t.at),
      (select jsonb_agg(jsonb_build_array(e.line, e.account, e.currency, e.amount)
                        order by e.line)
       from ledger_entry e where e.transfer = t.id))::text
    from ledger_transfer t where t.written >= begins and t.written < ends
  union all
  select jsonb_build_array('hold', h.written, h.id, h.debit, h.credit, h.currency, h.amount,
      extract(epoch from h.expires), extract(epoch from h.at))::text
    from ledger_hold h where h.written >= begins and h.written < ends
  union all
  select jsonb_build_array('end', d.written, d.hold, d.posting, extract(epoch from d.at))::text
    from ledger_hold_end d where d.written >= begins and d.written < ends
  order by 1
$$;

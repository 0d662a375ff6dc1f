-- What is asked here of a few rows goes by their keys, however small the tables were when the
-- server first planned it: a plan made for empty tables reads them whole, and is kept.
alter function ledger_transfer_is_whole()
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off;
alter function ledger_entries_are_of_new_transfers()
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off;

-- Writes transfers with their entries, all or none, and says how many: none where one of them is
-- there already or an account is not there in that currency. Where another transaction writes one
-- of them at the same time, all that was done in this one is to be done again: what it read before
-- may not be so any more.
create function ledger_write(
    moment timestamptz, ids text[], texts text[],
    accounts text[], entered text[], lines integer[], currencies integer[], amounts bigint[])
  returns integer language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  added integer;
begin
  if exists (select from ledger_transfer t where t.id = any(ids))
    or exists (
      select from unnest(accounts, currencies) as e (account, currency)
        left join ledger_account a on a.code = e.account and a.currency = e.currency
      where a.code is null)
  then
    return 0;
  end if;
  insert into ledger_transfer (id, text, at)
    select id, text, moment from unnest(ids, texts) as new (id, text)
    on conflict do nothing;
  get diagnostics added = row_count;
  if added < cardinality(ids) then
    raise exception 'ledger: the same transfer at the same time' using errcode = '40001';
  end if;
  insert into ledger_entry (account, transfer, line, currency, amount)
    select * from unnest(accounts, entered, lines, currencies, amounts);
  return added;
end $$;

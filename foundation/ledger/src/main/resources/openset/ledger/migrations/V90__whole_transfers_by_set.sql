-- The same rules as before, asked once for a transfer and once for a statement of entries, where it
-- was once for each row: what is written by sets costs much less.
drop trigger ledger_transfer_whole on ledger_transfer;
drop trigger ledger_entry_whole on ledger_entry;
drop function ledger_transfer_is_whole();

-- At commit a transfer is whole: at least two entries, which sum to zero in each currency.
create function ledger_transfer_is_whole() returns trigger language plpgsql as $$
declare
  entries bigint;
  balanced boolean;
begin
  select coalesce(sum(n), 0), coalesce(bool_and(total = 0), true) into entries, balanced
    from (select count(*) n, sum(amount) total from ledger_entry
          where transfer = new.id group by currency) currencies;
  if entries < 2 then
    raise exception 'ledger: a transfer has two entries or more' using errcode = '23514';
  end if;
  if not balanced then
    raise exception 'ledger: a transfer sums to zero' using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger ledger_transfer_whole after insert on ledger_transfer
  deferrable initially deferred for each row execute function ledger_transfer_is_whole();

-- Entries come after their transfer and in its transaction: nothing is added to an old one.
create function ledger_entries_are_of_new_transfers() returns trigger language plpgsql as $$
begin
  if exists (select from added a left join ledger_transfer t on t.id = a.transfer
      where t.written is distinct from pg_current_xact_id()::text::bigint) then
    raise exception 'ledger: entries come with their transfer' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger ledger_entry_of_new_transfer after insert on ledger_entry
  referencing new table as added
  for each statement execute function ledger_entries_are_of_new_transfers();

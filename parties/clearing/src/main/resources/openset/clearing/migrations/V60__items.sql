-- Items of every kind, each once, in the order they came. A chargeback is sent by the issuer, all
-- others by the acquirer. The message lies as it came, without what numbers it on a link, so that
-- it is compared, and handed on, whatever its kind. No card number.
create table item (
  number bigint generated always as identity,
  sender text not null,
  key bytea not null check (length(key) between 20 and 24),
  kind text not null check (kind in ('CAPTURE', 'CREDIT', 'CAPTURE_REVERSAL',
    'CREDIT_REVERSAL', 'CHARGEBACK', 'REPRESENTMENT')),
  acquirer text not null,
  issuer text not null,
  receiver text not null generated always as
    (case kind when 'CHARGEBACK' then acquirer else issuer end) stored,
  original bytea not null,
  -- The item that it is about: a reversal's, a dispute's.
  item bytea,
  dispute text,
  stage integer,
  xid bytea not null,
  retrieval text not null,
  approval text not null,
  merchant text not null,
  amount bigint not null check (amount > 0),
  currency integer not null,
  -- The cycle that was open when it came: the receiver is told, so it never changes.
  cycle bigint not null,
  -- The file it came in and its place there.
  file bigint,
  line bigint,
  message bytea not null,
  at timestamptz not null,
  unique (key, sender)
);
alter table item alter message set storage external;
create index item_by_original on item (original, acquirer);
create index item_by_cycle on item (cycle, receiver, number);
create index item_by_dispute on item (issuer, dispute) where dispute is not null;

-- The receiver's word for good about an item, once.
create table decision (
  item bigint primary key,
  response text not null
);

create function clearing_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'a cleared item is never changed' using errcode = '23514';
end $$;
create trigger append_only before update or delete or truncate on item
  for each statement execute function clearing_is_append_only();
create trigger append_only before update or delete or truncate on decision
  for each statement execute function clearing_is_append_only();

-- Captures that came before items of other kinds did. The message is written from its elements:
-- 3, 4, 18, 32, 37, 38, 41, 42, 49, 100 and 127; 7, 11, 12 and 13 stand for none.
insert into item (sender, key, kind, acquirer, issuer, original, xid, retrieval, approval, merchant,
    amount, currency, cycle, message, at)
select acquirer, key, 'CAPTURE', acquirer, issuer, original, xid, retrieval, approval, merchant,
  amount, currency, cycle,
  '0220'::bytea || '\xb2384001' || '\x0cc08000' || '\x00000000' || '\x10000002'
  || convert_to('000000' || lpad(amount::text, 12, '0') || '00000000000000010000000000' || category
    || lpad(length(acquirer)::text, 2, '0') || acquirer || rpad(retrieval, 12)
    || rpad(approval, 6) || rpad(terminal, 8) || rpad(merchant, 15)
    || lpad(currency::text, 3, '0')
    || lpad(length(issuer)::text, 2, '0') || issuer
    || lpad(length(link)::text, 3, '0'), 'UTF8') || link,
  at
from presentment, lateral (select
  '\x01' || set_byte('\x00', 0, length(key)) || key
  || '\x02' || set_byte('\x00', 0, length(original)) || original
  || '\x0314' || xid
  || coalesce('\x04' || set_byte('\x00', 0, length(trans_stain)) || trans_stain, '')
  || coalesce('\x05' || set_byte('\x00', 0, length(certificate)) || certificate, '')
  || coalesce('\x06' || set_byte('\x00', 0, length(set_merchant))
    || convert_to(set_merchant, 'UTF8'), '') as link) as link
order by at, acquirer, key;

insert into decision (item, response)
select number, response from item join presentment on sender = presentment.acquirer
  and item.key = presentment.key
where response is not null;

drop table presentment;
drop function clearing_words_stay();

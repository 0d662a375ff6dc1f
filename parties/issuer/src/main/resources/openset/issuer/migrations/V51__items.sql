-- What asked for an authorization, and what was found of address and security code; never the code.
alter table authorized add column asked_as text not null default 'AUTHORIZATION'
  check (asked_as in ('AUTHORIZATION', 'SALE', 'STAND_IN'));
alter table authorized add column address_result text check (length(address_result) = 1);
alter table authorized add column code_result text check (length(code_result) = 1);
create index authorized_wrong_code on authorized (card, asked) where code_result = 'N';

-- Items of settlement cycles beside captures: credits, reversals of items, and what disputes move.
alter table presentment add column kind text not null default 'CAPTURE' check (kind in
  ('CAPTURE', 'CREDIT', 'CAPTURE_REVERSAL', 'CREDIT_REVERSAL', 'CHARGEBACK', 'REPRESENTMENT'));
alter table presentment add column earlier bytea check (length(earlier) between 20 and 24);
alter table presentment add column dispute text;
create index presentment_authorization on presentment (exchange, acquirer) where response = '00';
-- An item is taken back once.
create unique index presentment_reversed on presentment (earlier, acquirer)
  where response = '00' and kind in ('CAPTURE_REVERSAL', 'CREDIT_REVERSAL');
alter table settlement add column credits bigint not null default 0;

-- What the merchant was paid although the issuer refused it: approvals of stand-in are the
-- acquirer's risk.
alter table item add column borne boolean not null default false;

-- What could not be delivered for long is for a person to look at too.
alter table breaks drop constraint breaks_kind_check;
alter table breaks add constraint breaks_kind_check check (kind in
  ('STAND_IN_REFUSED', 'ITEM_REFUSED', 'REVERSAL_REFUSED', 'UNDELIVERED'));

-- Of which kind of series a payment is; rules of spending may look at it.
alter table authorized add column recurrence text
  check (recurrence in ('RECURRING', 'INSTALMENT'));
alter table rule drop constraint rule_kind_check;
alter table rule add constraint rule_kind_check
  check (kind in ('CEILING', 'COUNT', 'SUM', 'CATEGORIES', 'COUNTRIES', 'SERIES'));

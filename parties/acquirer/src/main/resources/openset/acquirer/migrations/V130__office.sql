-- What people sort, filter and count by.
create index authorization_by_time on authorization_log (at);
create index item_by_time on item (at);
create index payout_by_merchant on payout (merchant, number);
create index payout_by_day on payout (day);
create index reserve_open on reserve_held (merchant, currency, release) where released is null;
create index dispute_by_state on dispute (state, due);

-- Whoever of the acquirer's people spoke for a merchant is named.
alter table dispute_step drop constraint dispute_step_by_check;
alter table dispute_step add constraint dispute_step_by_check
  check ("by" in ('ISSUER', 'MERCHANT', 'ACQUIRER', 'CLEARING_HOUSE', 'TIME'));
alter table dispute_step add column person text
  check ((person is null) = ("by" <> 'ACQUIRER') and length(person) between 1 and 100);

-- How long an order waits for being paid. Without a limit once it is paid, and where it never had
-- one; an order whose limit passed unpaid is expired, and what it took is back on the shelves.
alter table shop_order add column expires_at timestamptz;
alter table shop_order add column expired_at timestamptz;
create index shop_order_due on shop_order (expires_at)
  where expires_at is not null and expired_at is null;

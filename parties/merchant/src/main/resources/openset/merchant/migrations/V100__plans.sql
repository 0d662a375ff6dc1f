-- What is not paid at once: 3x30 are three instalments thirty days apart, 30/360 the price again
-- every thirty days for 360 days; empty where it is paid at once.
alter table product add column plan text not null default '';

-- How the plan of an order stands that was begun; the conversation of the sale is the truth of what
-- was paid, and both change together. The next payment is asked for by itself when it is due.
create table payment_plan (
  lid_m bytea primary key,
  standing text not null
    check (standing in ('waiting', 'asking', 'finished', 'stopped', 'ended')),
  due_at timestamptz,
  made int not null check (made > 0),
  tries int not null default 0 check (tries >= 0),
  refused text
);
create index payment_plan_due on payment_plan (due_at) where due_at is not null;

-- How long an effect has waited. Of what waits already it is not known: it counts from here.
alter table outbox add column added timestamptz not null default now();

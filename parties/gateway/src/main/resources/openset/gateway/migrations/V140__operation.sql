-- What the gateway's people see of its work. Counts, never a card and never an order.
create table breach (
  rule text not null,
  message text not null,
  code text not null,
  hour timestamptz not null,
  count bigint not null check (count > 0),
  last_at timestamptz not null,
  primary key (rule, message, code, hour)
);
create index breach_hour on breach (hour);

create table link_event (
  link text not null,
  event text not null,
  hour timestamptz not null,
  count bigint not null check (count > 0),
  last_at timestamptz not null,
  detail text not null,
  primary key (link, event, hour)
);

-- One row for what one run of the gateway saw in a minute, later put together for each hour.
create table traffic (
  at timestamptz not null,
  span text not null check (span in ('minute', 'hour')),
  side text not null,
  message text not null,
  silent bigint not null check (silent >= 0),
  answered bytea not null
);
create index traffic_at on traffic (at);

alter table stand_in add column at timestamptz;
alter table stand_in add column answered_at timestamptz;
update stand_in set at = day, answered_at = case when answer is not null then day end;
alter table stand_in alter column at set not null;
create index stand_in_at on stand_in (at);

-- Rules of spending as data. A version is never changed: what is to be different is a new draft.
create table rule_set (
  version int primary key check (version > 0),
  state text not null check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
  note text not null,
  made_by text not null,
  made timestamptz not null,
  tested timestamptz,
  promoted_by text,
  promoted timestamptz
);
-- One set decides at a time.
create unique index rule_set_active on rule_set (state) where state = 'ACTIVE';

create table rule (
  version int not null references rule_set,
  place int not null check (place > 0),
  name text not null,
  product text,
  outcome text not null check (outcome in ('DECLINE', 'REFER')),
  kind text not null
    check (kind in ('CEILING', 'COUNT', 'SUM', 'CATEGORIES', 'COUNTRIES')),
  most bigint check (most >= 0),
  currency int,
  window_s bigint check (window_s > 0),
  allowed boolean,
  listed text,
  primary key (version, place)
);

-- Where the acquirers are that ask, as the network's directory says.
create table acquirer_country (
  acquirer text primary key,
  country text not null check (country ~ '^[A-Z]{2}$')
);

-- What rules are tried on: what was asked, without who asked.
alter table authorized add column category text not null default '';
alter table authorized add column country text;
alter table authorized add column product text;
create index authorized_asked on authorized (asked, exchange, acquirer);

-- Holds end by themselves: from when on nothing is held, and when that was written down.
alter table authorized add column swept timestamptz;
create index authorized_to_sweep on authorized (expires) where state = 'HELD' and swept is null;

alter table card add column product text not null default 'standard';

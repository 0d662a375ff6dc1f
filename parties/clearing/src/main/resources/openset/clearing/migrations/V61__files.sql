-- When a cycle was cut off; its files carry it, so that they are the same however often written.
alter table cycle add column cut timestamptz;
update cycle set cut = closed where closed is not null;

-- Clearing files that came from banks and that were written for them, by name, each once.
create table clearing_file (
  number bigint generated always as identity primary key,
  bank text not null,
  way text not null check (way in ('in', 'out')),
  answers boolean not null,
  name text not null,
  -- in: arriving, then taken as a whole and being booked, booked; or refused as a whole.
  -- out: written.
  state text not null check (state in ('arriving', 'taken', 'booked', 'refused', 'written')),
  octets bigint not null default 0,
  digest bytea,
  -- The order in which files were taken.
  taken bigint,
  sequence integer,
  items bigint,
  done bigint not null default 0,
  cycle bigint,
  refused_line bigint,
  refusal text,
  at timestamptz not null,
  unique (bank, way, answers, name)
);
create index clearing_file_at_work on clearing_file (number) where state = 'taken';
create index clearing_file_by_cycle on clearing_file (cycle);
create sequence clearing_file_taken;

create table clearing_file_part (
  file bigint not null,
  at bigint not null check (at >= 0),
  octets bytea not null,
  primary key (file, at)
);
alter table clearing_file_part alter octets set storage external;

-- Single items of a file that were refused, and why.
create table clearing_file_reject (
  file bigint not null,
  line bigint not null,
  response text not null,
  reason text not null,
  message bytea not null,
  primary key (file, line)
);

-- Every table begins with the key of its conversation, by which it could be distributed.

create table conversation (
  key bytea not null check (length(key) between 1 and 64),
  kind text not null,
  version bigint not null check (version > 0),
  state bytea not null,
  primary key (key, kind)
);

-- Exact bytes of every message. "written" is the transaction that wrote the row: it orders the
-- journal for readers without any sequence that all writers would have to share.
create table journal (
  conversation bytea not null check (length(conversation) between 1 and 64),
  position bigint not null,
  direction text not null check (direction in ('in', 'out')),
  peer text not null,
  rrpid bytea,
  name text not null,
  bytes bytea not null,
  digest bytea not null generated always as (sha256(bytes)) stored,
  at timestamptz not null,
  written bigint not null default pg_current_xact_id()::text::bigint,
  primary key (conversation, position)
);
-- Messages are sealed or signed and do not shrink: no time is lost on trying to compress them.
alter table journal alter column bytes set storage external;
create unique index journal_exchange on journal (peer, rrpid, direction) where rrpid is not null;
create index journal_written on journal (written, conversation, position);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % refused', tg_op using errcode = '2F002';
end $$;
create trigger journal_append_only before update or delete or truncate on journal
  for each statement execute function journal_is_append_only();

create table outbox (
  conversation bytea not null check (length(conversation) between 1 and 64),
  sequence bigint not null,
  kind text not null,
  destination text not null,
  payload bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'done')),
  attempts integer not null default 0,
  due timestamptz not null,
  node text,
  primary key (conversation, sequence)
);
create index outbox_due on outbox (due, conversation, sequence) where state = 'waiting';

create table setting (
  name text primary key,
  value bytea not null
);

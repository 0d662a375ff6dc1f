-- What passed on the host links of a demo world, as pictures: card numbers and secrets are
-- overwritten before a row is made. The banks keep no such messages; SET's are in the participants'
-- own journals and are not repeated here.
create table seen (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  sender text not null,
  receiver text not null,
  picture bytea not null check (length(picture) between 12 and 4096),
  -- Request and answer have one exchange: the link's two ends, elements 7 and 11.
  exchange text not null,
  xid bytea check (length(xid) = 20),
  cycle text
);
create index seen_exchange on seen (exchange);
create index seen_xid on seen (xid) where xid is not null;
create index seen_cycle on seen (cycle) where cycle is not null;

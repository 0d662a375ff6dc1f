-- Offers that were signed ahead and can be paid without PInit, the last one for each brand.
create table publication (
  lid_m bytea not null,
  brand text not null,
  publication bytea not null,
  primary key (lid_m, brand)
);

-- Every XID that a sale ever had: a cardholder who makes its own can use it once.
create table seen_xid (
  xid bytea primary key check (length(xid) = 20),
  lid_m bytea not null
);
insert into seen_xid (xid, lid_m) select xid, lid_m from sale on conflict do nothing;

-- What was approved in the issuer's place. The card is known by a keyed hash alone.
create table stand_in (
  xid bytea not null check (length(xid) = 20),
  number int not null check (number > 0),
  card bytea not null,
  day date not null,
  currency int not null,
  amount bigint not null check (amount > 0),
  reason text not null,
  answer text,
  primary key (xid, number)
);
create index stand_in_card on stand_in (card, day);
create index stand_in_untold on stand_in (day) where answer is null;

-- The bank's people look authorizations up by card and by purchase.
create index authorized_card on authorized (card, asked desc) where card is not null;
create index authorized_xid on authorized (xid);

-- Numbers an account had before: who asks for one is declined, and its account shows that.
create table former_card (
  card bytea primary key check (length(card) = 32),
  account uuid not null
);

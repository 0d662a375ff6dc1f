-- What the bank's people did to a card, for the audit. The number only as people may see it.
create table card_act (
  account uuid not null,
  act_number int not null check (act_number > 0),
  act text not null check (act in ('ENDED', 'RENUMBERED')),
  card text not null check (card ~ '^[0-9]{6}\*+[0-9]{4}$'),
  done_by text not null,
  done timestamptz not null,
  primary key (account, act_number)
);

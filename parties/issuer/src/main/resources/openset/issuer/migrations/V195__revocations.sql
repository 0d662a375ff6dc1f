-- Certificates of lost and stolen cards that the certification authority is to revoke, named by
-- their registrations. The authority's word is kept once it is final.
create table revocation (
  verification text primary key references verification,
  account uuid not null,
  -- As people may see it.
  card text not null check (card ~ '^[0-9]{6}\*+[0-9]{4}$'),
  said text check (said in ('REVOKED', 'ALREADY', 'NONE'))
);
create index verification_card on verification (card);
alter table card_act drop constraint card_act_act_check;
alter table card_act add constraint card_act_act_check
  check (act in ('ENDED', 'RENUMBERED', 'FROZEN', 'THAWED', 'LOST', 'REVOCATION_ASKED', 'REVOKED',
    'NOT_CERTIFIED'));

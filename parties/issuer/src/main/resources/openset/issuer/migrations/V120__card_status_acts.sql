-- Who of the bank's people froze, thawed or stopped a card is kept as who ended or renumbered one.
alter table card_act drop constraint card_act_act_check;
alter table card_act add constraint card_act_act_check
  check (act in ('ENDED', 'RENUMBERED', 'FROZEN', 'THAWED', 'LOST'));
-- Traffic is counted hour by hour.
create index authorized_asked_state on authorized (asked, state);

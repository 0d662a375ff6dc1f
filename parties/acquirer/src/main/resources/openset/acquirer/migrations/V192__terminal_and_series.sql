-- The terminal that counted, which may be another than none that was named; and of which kind of
-- series a payment is.
alter table authorization_log add column sent_terminal text check (length(sent_terminal) <= 8);
update authorization_log set sent_terminal = terminal where issuer is not null;
alter table authorization_log add constraint sent_terminal_when_sent
  check ((sent_terminal is null) = (issuer is null));
alter table authorization_log add column recurrence text
  check (recurrence in ('RECURRING', 'INSTALMENT'));

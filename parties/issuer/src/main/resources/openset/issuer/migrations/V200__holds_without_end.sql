-- What was presented to the end after its time was written down as over without the end of its
-- hold: the issuer's sweep comes to it again.
update authorized a set swept = null
where a.swept is not null and exists (
  select from ledger_hold h
  where h.id = 'hold/' || a.acquirer || '/' || encode(a.exchange, 'hex') || '/' || a.holds
    and not exists (select from ledger_hold_end e where e.hold = h.id));

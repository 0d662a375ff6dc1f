-- Of what may not be stored the digest alone is kept; of all else the digest is still that of the
-- octets, and a reader can prove it.
alter table journal alter column digest drop expression;
alter table journal add constraint journal_digest
  check (bytes = '' and length(digest) = 32 or digest = sha256(bytes));

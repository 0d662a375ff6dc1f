-- From when on the issuer holds nothing more (HL-25); null where nobody said.
alter table authorization_log add column until timestamptz;

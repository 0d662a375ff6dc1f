-- A purchase has one authorization or more, numbered from 1.
alter table authorization_log add column number int not null default 1 check (number > 0);
alter table authorization_log drop constraint authorization_log_pkey;
alter table authorization_log add primary key (xid, number);

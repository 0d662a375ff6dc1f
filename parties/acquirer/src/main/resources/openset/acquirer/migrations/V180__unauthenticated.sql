-- Whether nobody signed an authorization as the cardholder.
alter table authorization_log add column unauthenticated boolean not null default false;

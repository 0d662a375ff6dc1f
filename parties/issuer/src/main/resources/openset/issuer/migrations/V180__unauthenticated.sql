-- Whether cards of a product pay for what nobody signed as the cardholder.
alter table product add column unauthenticated boolean not null default false;
-- Whether nobody signed a purchase as the cardholder: then a dispute about that is the holder's.
alter table authorized add column unauthenticated boolean not null default false;

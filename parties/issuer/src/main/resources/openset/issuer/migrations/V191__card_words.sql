-- By what people find an account: keyed hashes of its card's last four digits and of each word of
-- the holder's name. Cards of before get theirs when the issuer starts.
create table card_word (
  account uuid not null,
  word bytea not null check (length(word) = 32),
  primary key (account, word)
);
create index card_word_found on card_word (word, account);
create index card_account on card ((account::text));

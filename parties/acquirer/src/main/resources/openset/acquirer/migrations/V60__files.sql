-- Items for the clearing house that go there in files, by their keys, in the order they came.
create table filed_item (
  number bigint generated always as identity primary key,
  key bytea not null unique check (length(key) between 20 and 24),
  message bytea not null,
  file bigint,
  -- What the clearing house said for good.
  response text,
  cycle text
);
create index filed_item_by_file on filed_item (file, number);

-- Files of items, each whole and the same whenever it is written.
create table sent_file (
  number bigint primary key,
  made timestamptz not null,
  cycle text,
  answered boolean not null default false,
  refusal text
);

-- Every certificate of an authority and every list of revoked certificates that was ever held, as
-- published: what is proved of an old purchase rests on the lists of its time.
create table held_list (
  thumb bytea primary key check (length(thumb) = 32),
  kind text not null check (kind in ('certificate', 'crl', 'brand')),
  held_from timestamptz not null,
  der bytea not null
);

-- Who signs in to an account on the bank's own pages. Passwords lie hashed, sessions by the digest
-- of what the browser shows.
create table customer (
  name text primary key check (name ~ '^[a-z0-9][a-z0-9._@+-]{2,63}$'),
  account uuid not null unique,
  password text not null,
  joined timestamptz not null,
  -- Until then the card's whole number is shown to the customer.
  shown_until timestamptz
);

create table customer_session (
  token bytea primary key check (length(token) = 32),
  name text not null,
  began timestamptz not null,
  seen timestamptz not null
);
create index customer_session_name on customer_session (name);

-- Failures to sign in: of a name (also of one that nobody has) and from an address, by keyed hash.
create table sign_in_failure (
  what bytea primary key check (length(what) = 32),
  failures int not null check (failures > 0),
  at timestamptz not null
);

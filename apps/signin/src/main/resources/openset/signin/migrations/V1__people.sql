-- The participant's own people, and who of them is signed in. Secrets lie hashed, or sealed under
-- the participant's vault key.
create table person (
  name text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
  role text not null,
  password text not null,
  factor bytea,
  factor_step bigint not null default 0,
  added_at timestamptz not null,
  signed_in_at timestamptz
);

create table recovery_code (
  name text not null references person (name) on delete cascade,
  code bytea not null,
  primary key (name, code)
);

-- SHA-256 of the token; complete once the second factor was shown. Before that, a factor that is
-- being set up lies here, so that it counts only when it was shown once.
create table signin_session (
  token bytea primary key check (length(token) = 32),
  name text not null references person (name) on delete cascade,
  complete boolean not null,
  factor bytea,
  began_at timestamptz not null,
  seen_at timestamptz not null
);
create index signin_session_name on signin_session (name);

-- Failures in a row, by the keyed hash of a name or an address.
create table signin_failure (
  who bytea primary key,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz not null
);

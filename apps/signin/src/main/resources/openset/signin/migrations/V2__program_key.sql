-- Keys by which programs of the participant call its API. They sign with the secret, so it lies
-- sealed under the participant's vault key and not hashed.
create table program_key (
  name text primary key,
  about text not null,
  role text not null,
  secret bytea not null,
  added_by text not null,
  added_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  used_at timestamptz
);

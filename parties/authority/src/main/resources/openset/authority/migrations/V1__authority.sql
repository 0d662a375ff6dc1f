-- An issuing key is named by the SHA-256 of its SubjectPublicKeyInfo.

-- Every certificate from before it is signed: what will be signed is written down and committed
-- first, so that one that was signed can never be unknown. The octets of a signature come later.
create table certificate (
  issuer bytea not null check (length(issuer) = 32),
  serial bytea not null check (length(serial) between 1 and 20),
  to_be_signed bytea not null,
  not_after timestamptz not null,
  written_at timestamptz not null,
  der bytea,
  revoked_at timestamptz,
  reason integer check (reason between 0 and 5),
  primary key (issuer, serial),
  check ((revoked_at is null) = (reason is null))
);
create index certificate_unsigned on certificate (written_at) where der is null;
create index certificate_revoked on certificate (issuer, not_after) where revoked_at is not null;

-- A key is certified once, whoever asks.
create table certified_key (
  digest bytea primary key check (length(digest) = 32),
  issuer bytea not null,
  serial bytea not null,
  unique (issuer, serial),
  foreign key (issuer, serial) references certificate (issuer, serial)
);

create function certificates_are_never_forgotten() returns trigger language plpgsql as $$
begin
  raise exception 'what was written down to be signed stays: % refused', tg_op
    using errcode = '2F002';
end $$;
create trigger certificate_kept before delete or truncate on certificate
  for each statement execute function certificates_are_never_forgotten();
create trigger certified_key_kept before update or delete or truncate on certified_key
  for each statement execute function certificates_are_never_forgotten();

-- When each key signed last: it never signs before that again.
create table signing_clock (
  issuer bytea primary key check (length(issuer) = 32),
  at timestamptz not null
);

-- CRLs (kind 'crl') of each issuing key, and CRL identifiers (kind 'bci') of each brand's.
create table published_list (
  issuer bytea not null check (length(issuer) = 32),
  kind text not null check (kind in ('crl', 'bci')),
  number bigint not null check (number > 0),
  next_update timestamptz not null,
  der bytea,
  primary key (issuer, kind, number)
);

-- What people see of registrations. Never a card number; the conversation beside it is the truth.
create table registration (
  registration bytea primary key check (length(registration) between 1 and 64),
  registrant text not null,
  brand text not null,
  peer text not null,
  standing text not null,
  at timestamptz not null
);
create index registration_rejected on registration (peer, at) where standing = 'rejected';

-- Claims of acquirers in disputes at the last stage, and how the house ruled. A ruling stays.
create table dispute_claim (
  issuer text not null,
  dispute text not null,
  acquirer text not null,
  amount bigint not null,
  currency integer not null,
  at timestamptz not null,
  for_acquirer boolean,
  reason text,
  ruled timestamptz,
  primary key (issuer, dispute),
  check ((for_acquirer is null) = (ruled is null) and (reason is null) = (ruled is null))
);
create function clearing_rulings_stay() returns trigger language plpgsql as $$
begin
  if old.ruled is not null then
    raise exception 'a ruling stays' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger rulings_stay before update or delete on dispute_claim
  for each row execute function clearing_rulings_stay();

-- What of an authorization stays approved after reversals of a part of it. It never grows.
alter table authorization_log add column replaced bigint
  check (replaced > 0 and replaced <= approved);
create function acquirer_replacements_shrink() returns trigger language plpgsql as $$
begin
  if old.replaced is not null and (new.replaced is null or new.replaced > old.replaced) then
    raise exception 'what stays approved never grows' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger replacements_shrink before update on authorization_log
  for each row execute function acquirer_replacements_shrink();

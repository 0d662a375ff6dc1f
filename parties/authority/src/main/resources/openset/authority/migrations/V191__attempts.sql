-- By which name the bank knows a registration, and which bank that is: it has revoked by that name.
alter table registration add column bank text;
alter table registration add column attempt text;
create index registration_attempt on registration (attempt);

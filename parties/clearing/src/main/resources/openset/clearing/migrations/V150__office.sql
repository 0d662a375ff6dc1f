-- Who sees to a break, and since when.
alter table break add column owner text check (length(owner) between 1 and 100);
alter table break add column owned timestamptz;
alter table break add check ((owner is null) = (owned is null));

-- Who ruled on a claim; absent where a program did.
alter table dispute_claim add column ruled_by text check (length(ruled_by) between 1 and 100);

-- Who had a cycle cut off; absent where a program or the calendar did.
alter table cycle add column cut_by text check (length(cut_by) between 1 and 100);

-- The cycle that a cut-off of the calendar ended; absent where it had nothing to settle.
alter table cut_off add column cycle bigint;

-- What the trailers of a clearing file say, seen from the acquirers.
create table clearing_file_total (
  file bigint not null,
  currency integer not null,
  credit_count bigint not null,
  debit_count bigint not null,
  credits bigint not null,
  debits bigint not null,
  primary key (file, currency)
);

create index clearing_file_arriving on clearing_file (bank) where state = 'arriving';

-- Where a merchant's shop is on the web; its certificate will say so.
alter table merchant add column origin text check (length(origin) between 8 and 200);

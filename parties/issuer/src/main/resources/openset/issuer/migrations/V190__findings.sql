-- A finding is kept in both languages, with a tab between. Of earlier ones only the English is known.
update dispute_evidence
  set findings = regexp_replace(findings, '^(.)(.*)$', E'\\1\\2\t\\2', 'gn')
  where findings <> '';

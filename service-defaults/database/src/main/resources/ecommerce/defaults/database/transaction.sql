-- Begins each transaction of DatabaseAdministration.

-- Two administrators at the same time would change the same rows of the catalogue.
SELECT pg_advisory_xact_lock(hashtext('database administration'));
-- Running statements of the services hold the locks that the transaction needs, and new ones wait behind it. If it
-- takes too long, RepeatedTransaction lets them pass and tries again.
SET LOCAL lock_timeout = '2s';
SET LOCAL statement_timeout = '5s';

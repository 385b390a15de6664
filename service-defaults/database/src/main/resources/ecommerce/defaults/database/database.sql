-- What concerns the whole database. Run by DatabaseAdministration before logins.sql, in the same transaction.

-- Two administrators at the same time would change the same rows of the catalogue.
SELECT pg_advisory_xact_lock(hashtext('database administration'));
-- Waits for running statements of the services, but doesn't hold them up for long.
SET LOCAL lock_timeout = '10s';

-- Only the logins of this shop may connect, and nobody makes temporary tables or tables in the schema public. Its functions stay
-- usable, because extensions are installed there.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Extensions that migrations need. A schema's owner may not install them.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

-- Sets the rights on the whole database and installs the extensions. Run by DatabaseAdministration before logins.sql,
-- in a transaction of its own.

-- Only logins with a grant may connect, and nobody makes temporary tables or tables in the schema public. Its functions
-- stay usable, because extensions are installed there. The databases that PostgreSQL makes itself are closed too, if
-- the administrator owns them.
DO $$
DECLARE
    name text;
BEGIN
    FOR name IN
        SELECT datname FROM pg_database
        WHERE datname = current_database()
            OR datname IN ('postgres', 'template1') AND pg_has_role(datdba, 'USAGE')
                AND has_database_privilege('public', oid, 'CONNECT')
    LOOP
        EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', name);
    END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Extensions that migrations need. A schema's owner may not install them.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

-- The service reads the history to check that no migration is missing, and can't change it. Two jobs that change the
-- rights of one table at the same time would fail, so each waits for the other. The administrator's step takes the same
-- lock.
DO $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('${flyway:defaultSchema}.rights'));
    REVOKE ALL ON ${flyway:defaultSchema}.${flyway:table} FROM ${role};
    GRANT SELECT ON ${flyway:defaultSchema}.${flyway:table} TO ${role};
END
$$;

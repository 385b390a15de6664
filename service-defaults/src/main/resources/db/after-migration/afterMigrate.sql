-- The service reads the history to check that no migration is missing, and can't change it.
REVOKE ALL ON ${flyway:defaultSchema}.${flyway:table} FROM ${role};
GRANT SELECT ON ${flyway:defaultSchema}.${flyway:table} TO ${role};

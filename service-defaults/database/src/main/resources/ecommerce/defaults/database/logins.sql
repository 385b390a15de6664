-- Makes the two logins of a service and its schema, or brings existing ones up to date. Run by DatabaseAdministration
-- for each service, in a transaction of its own, with the settings shop.schema, shop.password and shop.owner_password.
--
-- The administrator need not be a superuser (on RDS it isn't one), so it becomes a member of both logins: to hand
-- objects over to the owner, and because the version before signs in as the administrator and takes the service's role
-- by SET ROLE.
DO $$
DECLARE
    service CONSTANT text := current_setting('shop.schema');
    owner CONSTANT text := service || '_owner';
    login record;
    item record;
BEGIN
    -- Waits for a migration that changes rights (afterMigrate.sql) and for another administrator's step.
    PERFORM pg_advisory_xact_lock(hashtext(service || '.rights'));

    FOR login IN VALUES (service, current_setting('shop.password')), (owner, current_setting('shop.owner_password')) LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login.column1) THEN
            EXECUTE format('CREATE ROLE %I', login.column1);
        END IF;
        EXECUTE format('ALTER ROLE %I LOGIN NOCREATEDB NOCREATEROLE PASSWORD %L', login.column1, login.column2);
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login.column1);
        IF NOT pg_has_role(current_user, login.column1, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', login.column1);
        END IF;
        -- A login is a member of no other role, so it can't take one by SET ROLE.
        FOR item IN SELECT roleid::regrole AS role FROM pg_auth_members WHERE member = login.column1::regrole LOOP
            EXECUTE format('REVOKE %s FROM %I', item.role, login.column1);
        END LOOP;
    END LOOP;

    IF to_regnamespace(quote_ident(service)) IS NULL THEN
        EXECUTE format('CREATE SCHEMA %I', service);
    END IF;
    EXECUTE format('ALTER SCHEMA %I OWNER TO %I', service, owner);

    -- The version before left its tables, views, sequences, functions and types to the administrator. A column's own
    -- sequence follows its table. Objects of extensions keep their owner.
    FOR item IN
        SELECT 'pg_class'::regclass AS kind, oid, relowner AS owned_by, format('TABLE %s', oid::regclass) AS object
        FROM pg_class
        WHERE relnamespace = service::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
            AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid
                AND refclassid = 'pg_class'::regclass AND deptype IN ('a', 'i'))
        UNION ALL
        SELECT 'pg_proc'::regclass, oid, proowner, format('ROUTINE %s', oid::regprocedure)
        FROM pg_proc WHERE pronamespace = service::regnamespace
        UNION ALL
        SELECT 'pg_type'::regclass, oid, typowner, format('TYPE %s', oid::regtype)
        FROM pg_type WHERE typnamespace = service::regnamespace AND typtype IN ('d', 'e')
    LOOP
        IF item.owned_by <> owner::regrole
            AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = item.kind AND objid = item.oid AND deptype = 'e')
        THEN
            EXECUTE format('ALTER %s OWNER TO %I', item.object, owner);
        END IF;
    END LOOP;

    -- The service reads and writes rows, and a migration takes away what it shouldn't (the ledgers only grow). It can't
    -- change the schema or the history of the migrations.
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', service, service);
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', owner, service, service);
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I GRANT USAGE ON SEQUENCES TO %I', owner, service, service);
    IF to_regclass(format('%I.flyway_schema_history', service)) IS NOT NULL THEN
        EXECUTE format('REVOKE ALL ON %I.flyway_schema_history FROM %I', service, service);
        EXECUTE format('GRANT SELECT ON %I.flyway_schema_history TO %I', service, service);
    END IF;
END
$$;

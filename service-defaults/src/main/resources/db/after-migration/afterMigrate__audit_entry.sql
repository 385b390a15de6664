-- The audit log, the same in each service. It is created here and not by a migration with a number, because a number
-- below those of a service's own migrations would stop the previous version from starting. A later column is added
-- after the table, with IF NOT EXISTS. If two jobs migrate the schema at the same time, the second waits for the first.
DO $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('${flyway:defaultSchema}.audit_entry'));
    IF to_regclass('${flyway:defaultSchema}.audit_entry') IS NULL THEN
        CREATE TABLE ${flyway:defaultSchema}.audit_entry (
            entry_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            occurred_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
            actor_kind     text        NOT NULL,
            actor_id       text,
            actor_name     text,
            action         text        NOT NULL,
            subject_type   text        NOT NULL,
            subject_id     text        NOT NULL,
            remote_address text,
            trace_id       text,
            details        jsonb       NOT NULL,
            -- Words of all columns. The parts of an action such as stock.move are words, too.
            words          tsvector    NOT NULL GENERATED ALWAYS AS (
                to_tsvector('simple', coalesce(actor_name, '') || ' ' || coalesce(actor_id, '') || ' ' || action || ' '
                    || translate(action, '.-', '  ') || ' ' || subject_type || ' ' || subject_id || ' '
                    || translate(subject_id, '/', ' ') || ' '
                    || coalesce(remote_address, '') || ' ' || coalesce(trace_id, ''))
                || jsonb_to_tsvector('simple', details, '["string", "numeric"]')) STORED
        );
        CREATE INDEX audit_entry_time_idx ON ${flyway:defaultSchema}.audit_entry (occurred_at, entry_id);
        CREATE INDEX audit_entry_actor_idx ON ${flyway:defaultSchema}.audit_entry (actor_id, occurred_at, entry_id);
        CREATE INDEX audit_entry_name_idx ON ${flyway:defaultSchema}.audit_entry (actor_name, occurred_at, entry_id);
        CREATE INDEX audit_entry_action_idx ON ${flyway:defaultSchema}.audit_entry (action, occurred_at, entry_id);
        CREATE INDEX audit_entry_subject_idx
            ON ${flyway:defaultSchema}.audit_entry (subject_type, subject_id, occurred_at, entry_id);
        CREATE INDEX audit_entry_words_idx ON ${flyway:defaultSchema}.audit_entry USING gin (words);
    END IF;
    -- The service can't delete entries, so the schema's owner deletes those that anybody can cause: of refused actions,
    -- and of customers who sign in and out.
    CREATE INDEX IF NOT EXISTS audit_entry_refused_idx
        ON ${flyway:defaultSchema}.audit_entry (occurred_at) WHERE action LIKE '%.refused';
    DELETE FROM ${flyway:defaultSchema}.audit_entry
     WHERE action LIKE '%.refused' AND occurred_at < now() - interval '90 days';
    DELETE FROM ${flyway:defaultSchema}.audit_entry
     WHERE action IN ('sign-in', 'sign-out') AND actor_kind = 'CUSTOMER' AND occurred_at < now() - interval '90 days';
    REVOKE ALL ON ${flyway:defaultSchema}.audit_entry FROM ${role};
    GRANT SELECT, INSERT ON ${flyway:defaultSchema}.audit_entry TO ${role};
END
$$;

-- A key is the same for all spellings of a name. The service computes it, because PostgreSQL can't for internationalised
-- domains. It is missing where the previous version has stored the account; the service adds it.
ALTER TABLE users
    ADD COLUMN username_key      text,
    ADD COLUMN email_key         text,
    -- An older account has the same key. Both keep their names.
    ADD COLUMN username_collides boolean NOT NULL DEFAULT false,
    ADD COLUMN email_collides    boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX users_username_normalized_key ON users (username_key) WHERE NOT username_collides;
CREATE UNIQUE INDEX users_email_normalized_key ON users (email_key) WHERE NOT email_collides;
CREATE INDEX users_missing_key_idx ON users (user_id) WHERE username_key IS NULL OR email_key IS NULL;
CREATE INDEX users_colliding_idx ON users (user_id) WHERE username_collides OR email_collides;

-- The previous version changes email addresses and leaves the keys.
CREATE FUNCTION forget_stale_email_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.email_key := NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER forget_stale_email_key BEFORE UPDATE OF email ON users FOR EACH ROW
    WHEN (NEW.email <> OLD.email AND NEW.email_key IS NOT DISTINCT FROM OLD.email_key)
    EXECUTE FUNCTION forget_stale_email_key();

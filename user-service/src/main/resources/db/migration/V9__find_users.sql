-- Staff find users by parts of names and email addresses, by their role, and those who are blocked. pg_trgm is installed in the schema
-- public. If this migration is interrupted, it runs again from its start: an interrupted CREATE INDEX CONCURRENTLY leaves an invalid
-- index.
DROP INDEX CONCURRENTLY IF EXISTS users_name_idx;
CREATE INDEX CONCURRENTLY users_name_idx ON users USING gin (lower(first_name || ' ' || last_name) public.gin_trgm_ops);
DROP INDEX CONCURRENTLY IF EXISTS users_username_idx;
CREATE INDEX CONCURRENTLY users_username_idx ON users USING gin (lower(username) public.gin_trgm_ops);
DROP INDEX CONCURRENTLY IF EXISTS users_email_idx;
CREATE INDEX CONCURRENTLY users_email_idx ON users USING gin (lower(email) public.gin_trgm_ops);
DROP INDEX CONCURRENTLY IF EXISTS users_role_idx;
CREATE INDEX CONCURRENTLY users_role_idx ON users (role, user_id);
DROP INDEX CONCURRENTLY IF EXISTS users_blocked_idx;
CREATE INDEX CONCURRENTLY users_blocked_idx ON users (user_id) WHERE blocked_at IS NOT NULL;

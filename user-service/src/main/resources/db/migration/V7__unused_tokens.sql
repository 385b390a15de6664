-- Finds the sign-ins of a user that still have a token, whatever the number of tokens that were used. If this migration is interrupted,
-- it runs again from its start: an interrupted CREATE INDEX CONCURRENTLY leaves an invalid index.
DROP INDEX CONCURRENTLY IF EXISTS refresh_token_unused_idx;
CREATE INDEX CONCURRENTLY refresh_token_unused_idx ON refresh_token (user_id) WHERE used_at IS NULL;

-- If this migration is interrupted, it runs again from its start, because an interrupted CREATE INDEX CONCURRENTLY leaves an
-- invalid index.
DROP INDEX CONCURRENTLY IF EXISTS payment_capture_idx;
CREATE INDEX CONCURRENTLY payment_capture_idx ON payment (capture_requested_at)
    WHERE status = 'AUTHORISED' AND capture_requested_at IS NOT NULL;

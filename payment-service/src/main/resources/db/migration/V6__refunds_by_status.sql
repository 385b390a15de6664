-- Staff list refunds by status. If this migration is interrupted, it runs again from its start, because an interrupted
-- CREATE INDEX CONCURRENTLY leaves an invalid index.
DROP INDEX CONCURRENTLY IF EXISTS refund_status_idx;
CREATE INDEX CONCURRENTLY refund_status_idx ON refund (status, refund_id);

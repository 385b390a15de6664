-- Finds the movements of an order. Most other movements have none. If this migration is interrupted, it runs again: it drops the
-- invalid index that an interrupted CREATE INDEX CONCURRENTLY leaves.

DROP INDEX CONCURRENTLY IF EXISTS stock_movement_order_idx;
CREATE INDEX CONCURRENTLY stock_movement_order_idx ON stock_movement (order_id, movement_id) WHERE order_id IS NOT NULL;

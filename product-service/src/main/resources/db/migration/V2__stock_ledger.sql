-- Every movement is a row, promises to orders included: the sum of delta is on_hand, that of reserved_delta is reserved.
ALTER TABLE stock_movement ADD COLUMN reserved_delta integer NOT NULL DEFAULT 0;
ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_delta_check;
ALTER TABLE stock_movement ADD CHECK (delta <> 0 OR reserved_delta <> 0);
ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_reason_check;
ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_reason_check
    CHECK (reason IN ('SET', 'IMPORTED', 'RESERVED', 'SOLD', 'RELEASED', 'EXPIRED', 'RETURNED'));
INSERT INTO stock_movement (product_id, delta, reserved_delta, reason, order_id, moved_by)
    SELECT product_id, 0, quantity, 'RESERVED', order_id, 'order-service'
      FROM reservation JOIN reservation_line USING (order_id) WHERE status = 'RESERVED';
-- Promises that were kept or ended before need no rows: theirs would add up to nothing.

ALTER TABLE reservation DROP CONSTRAINT reservation_status_check;
ALTER TABLE reservation ADD CONSTRAINT reservation_status_check
    CHECK (status IN ('RESERVED', 'COMMITTED', 'RELEASED', 'EXPIRED', 'RETURNED'));

-- Staff may take a product off the shelves for a while.
ALTER TABLE product ADD COLUMN hidden boolean NOT NULL DEFAULT false;

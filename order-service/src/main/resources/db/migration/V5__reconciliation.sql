-- Reconciliation reads what has changed, and what is open, by these.
CREATE INDEX orders_changed_idx ON orders (changed_at, order_id);
CREATE INDEX checkout_open_order_idx ON checkout (order_id) WHERE position <> 'DONE';
CREATE INDEX reconciliation_run_started_idx ON reconciliation_run (started_at);

-- How far other services' books were searched for what belongs to no order, and payment-service's feed was read.
CREATE TABLE book_cursor (
    book     varchar(50) PRIMARY KEY,
    position bigint NOT NULL
);

-- Staff list orders by date and by the sum.
CREATE INDEX orders_date_idx ON orders (order_date, order_id);

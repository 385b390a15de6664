-- Staff find orders by a product, and by the email address or a word of the name of the recipient. pg_trgm is installed in the schema
-- public. If this migration is interrupted, it runs again from its start, because an interrupted CREATE INDEX CONCURRENTLY leaves an
-- invalid index.
DROP INDEX CONCURRENTLY IF EXISTS order_item_product_idx;
CREATE INDEX CONCURRENTLY order_item_product_idx ON order_item (product_id, order_id);
DROP INDEX CONCURRENTLY IF EXISTS orders_recipient_email_idx;
CREATE INDEX CONCURRENTLY orders_recipient_email_idx ON orders (lower(recipient_email) text_pattern_ops);
DROP INDEX CONCURRENTLY IF EXISTS orders_recipient_name_idx;
CREATE INDEX CONCURRENTLY orders_recipient_name_idx ON orders USING gin (lower(recipient_name) public.gin_trgm_ops);

-- Sorts and filters lists by stock without reading the products. If this migration is interrupted, it runs again from its start.

-- What a list needs of the product: product_hidden is null if the product is deleted. No other table of a query has columns with these
-- names, so the previous version's queries stay unambiguous. The triggers come before the rows are filled, so that no change is missed,
-- and they also fill the rows of the previous version.
ALTER TABLE stock
    ADD COLUMN IF NOT EXISTS product_category_id bigint,
    ADD COLUMN IF NOT EXISTS product_hidden boolean;

CREATE OR REPLACE FUNCTION stock_read_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT category_id, CASE WHEN deleted_at IS NULL THEN hidden END INTO NEW.product_category_id, NEW.product_hidden
      FROM product WHERE product_id = NEW.product_id;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER stock_read_product BEFORE INSERT ON stock
    FOR EACH ROW WHEN (NEW.product_category_id IS NULL) EXECUTE FUNCTION stock_read_product();

CREATE OR REPLACE FUNCTION product_change_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE stock
       SET product_category_id = NEW.category_id, product_hidden = CASE WHEN NEW.deleted_at IS NULL THEN NEW.hidden END
     WHERE product_id = NEW.product_id;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER product_change_stock AFTER UPDATE OF category_id, hidden, deleted_at ON product
    FOR EACH ROW WHEN (OLD.category_id IS DISTINCT FROM NEW.category_id OR OLD.hidden <> NEW.hidden
                       OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at)
    EXECUTE FUNCTION product_change_stock();

-- Fills the rows, 1,000 in a transaction, so that orders wait for milliseconds only.
DO $$
DECLARE
    first bigint := 0;
    last  bigint;
BEGIN
    LOOP
        SELECT max(product_id) INTO last
          FROM (SELECT product_id FROM stock WHERE product_id > first ORDER BY product_id LIMIT 1000) AS batch;
        EXIT WHEN last IS NULL;
        WITH locked AS MATERIALIZED (
            SELECT product_id FROM stock
             WHERE product_id > first AND product_id <= last AND product_category_id IS NULL ORDER BY product_id FOR NO KEY UPDATE)
        UPDATE stock s
           SET product_category_id = p.category_id, product_hidden = CASE WHEN p.deleted_at IS NULL THEN p.hidden END
          FROM locked JOIN product p USING (product_id) WHERE s.product_id = locked.product_id;
        COMMIT;
        first := last;
    END LOOP;
END
$$;

DROP INDEX CONCURRENTLY IF EXISTS stock_listed_idx;
CREATE INDEX CONCURRENTLY stock_listed_idx ON stock (product_hidden, (on_hand - reserved), product_id)
    INCLUDE (on_hand, reserved);

DROP INDEX CONCURRENTLY IF EXISTS stock_category_idx;
CREATE INDEX CONCURRENTLY stock_category_idx ON stock (product_category_id, product_hidden, (on_hand - reserved), product_id)
    INCLUDE (on_hand, reserved);

-- The few products that a list of products in stock leaves out.
DROP INDEX CONCURRENTLY IF EXISTS stock_sold_out_idx;
CREATE INDEX CONCURRENTLY stock_sold_out_idx ON stock (product_id) INCLUDE (on_hand, reserved) WHERE on_hand - reserved = 0;

-- Only the previous version's order by sellable pieces uses it.
DROP INDEX CONCURRENTLY IF EXISTS stock_sellable_idx;

-- The rows have moved, and the planner needs statistics of the expression.
VACUUM (ANALYZE) stock;

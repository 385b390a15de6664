-- Indexes for lists of a million products. If this migration is interrupted, it runs again from its start: so each index is
-- dropped first, because an interrupted CREATE INDEX CONCURRENTLY leaves an invalid one.

-- One index for each order of the whole list, and of one category. A page is read from the index alone; what filters most is
-- included. "hidden" comes first, because a list has either hidden or visible products only.

DROP INDEX CONCURRENTLY IF EXISTS product_list_id_idx;
CREATE INDEX CONCURRENTLY product_list_id_idx ON product (hidden, product_id)
    INCLUDE (category_id, price_unit) WHERE deleted_at IS NULL;

DROP INDEX CONCURRENTLY IF EXISTS product_list_title_idx;
CREATE INDEX CONCURRENTLY product_list_title_idx ON product (hidden, product_title COLLATE "und-x-icu", product_id)
    INCLUDE (category_id, price_unit) WHERE deleted_at IS NULL;

DROP INDEX CONCURRENTLY IF EXISTS product_list_sku_idx;
CREATE INDEX CONCURRENTLY product_list_sku_idx ON product (hidden, sku COLLATE "und-x-icu", product_id)
    INCLUDE (category_id, price_unit) WHERE deleted_at IS NULL;

DROP INDEX CONCURRENTLY IF EXISTS product_list_price_idx;
CREATE INDEX CONCURRENTLY product_list_price_idx ON product (hidden, price_unit, product_id)
    INCLUDE (category_id) WHERE deleted_at IS NULL;

DROP INDEX CONCURRENTLY IF EXISTS product_list_created_idx;
CREATE INDEX CONCURRENTLY product_list_created_idx ON product (hidden, created_at, product_id)
    INCLUDE (category_id, price_unit) WHERE deleted_at IS NULL;

DROP INDEX CONCURRENTLY IF EXISTS product_category_id_idx;
CREATE INDEX CONCURRENTLY product_category_id_idx ON product (category_id, hidden, product_id)
    INCLUDE (price_unit) WHERE deleted_at IS NULL;

DROP INDEX CONCURRENTLY IF EXISTS product_category_title_idx;
CREATE INDEX CONCURRENTLY product_category_title_idx ON product (category_id, hidden, product_title COLLATE "und-x-icu", product_id)
    INCLUDE (price_unit) WHERE deleted_at IS NULL;

DROP INDEX CONCURRENTLY IF EXISTS product_category_sku_idx;
CREATE INDEX CONCURRENTLY product_category_sku_idx ON product (category_id, hidden, sku COLLATE "und-x-icu", product_id)
    INCLUDE (price_unit) WHERE deleted_at IS NULL;

DROP INDEX CONCURRENTLY IF EXISTS product_category_price_idx;
CREATE INDEX CONCURRENTLY product_category_price_idx ON product (category_id, hidden, price_unit, product_id) WHERE deleted_at IS NULL;

DROP INDEX CONCURRENTLY IF EXISTS product_category_created_idx;
CREATE INDEX CONCURRENTLY product_category_created_idx ON product (category_id, hidden, created_at, product_id)
    INCLUDE (price_unit) WHERE deleted_at IS NULL;

-- The order by sellable pieces, and the products that are sold out.

DROP INDEX CONCURRENTLY IF EXISTS stock_sellable_idx;
CREATE INDEX CONCURRENTLY stock_sellable_idx ON stock ((on_hand - reserved), product_id)
    INCLUDE (on_hand, reserved);

-- The conditions of a customer's search are those of the index, so that its hits are counted without their rows.

DROP INDEX CONCURRENTLY IF EXISTS product_visible_words_idx;
CREATE INDEX CONCURRENTLY product_visible_words_idx ON product USING gin (search_words)
    WHERE deleted_at IS NULL AND NOT hidden;

DROP INDEX CONCURRENTLY IF EXISTS product_hidden_words_idx;
CREATE INDEX CONCURRENTLY product_hidden_words_idx ON product USING gin (search_words)
    WHERE deleted_at IS NULL AND hidden;

DROP INDEX CONCURRENTLY IF EXISTS product_visible_parts_idx;
CREATE INDEX CONCURRENTLY product_visible_parts_idx ON product USING gin (search_parts)
    WHERE deleted_at IS NULL AND NOT hidden;

DROP INDEX CONCURRENTLY IF EXISTS product_hidden_parts_idx;
CREATE INDEX CONCURRENTLY product_hidden_parts_idx ON product USING gin (search_parts)
    WHERE deleted_at IS NULL AND hidden;

DROP INDEX CONCURRENTLY IF EXISTS product_visible_text_idx;
CREATE INDEX CONCURRENTLY product_visible_text_idx ON product USING gin (search_text public.gin_trgm_ops)
    WHERE deleted_at IS NULL AND NOT hidden;

DROP INDEX CONCURRENTLY IF EXISTS product_hidden_text_idx;
CREATE INDEX CONCURRENTLY product_hidden_text_idx ON product USING gin (search_text public.gin_trgm_ops)
    WHERE deleted_at IS NULL AND hidden;

DROP INDEX CONCURRENTLY IF EXISTS product_search_sku_idx;
CREATE INDEX CONCURRENTLY product_search_sku_idx ON product (search_sku text_pattern_ops) WHERE deleted_at IS NULL;

-- The indexes that these replace, for queries of the previous version too. No version reads the column "search" any more.
DROP INDEX CONCURRENTLY IF EXISTS product_category_idx;
DROP INDEX CONCURRENTLY IF EXISTS product_price_idx;
DROP INDEX CONCURRENTLY IF EXISTS product_title_idx;
DROP INDEX CONCURRENTLY IF EXISTS product_created_idx;
DROP INDEX CONCURRENTLY IF EXISTS product_title_sorted_idx;
DROP INDEX CONCURRENTLY IF EXISTS product_sku_sorted_idx;
DROP INDEX CONCURRENTLY IF EXISTS product_search_idx;
DROP INDEX CONCURRENTLY IF EXISTS product_search_words_idx;
DROP INDEX CONCURRENTLY IF EXISTS product_search_parts_idx;
DROP INDEX CONCURRENTLY IF EXISTS product_search_text_idx;

-- The planner needs statistics of the expression.
ANALYZE stock;

-- Finds the hits of a search that are in some categories without reading the other hits. PostgreSQL combines two indexes only if their
-- conditions have nothing in common, so this index has neither "hidden" nor deleted_at. It has 7 MB for a million products. If this
-- migration is interrupted, it runs again: it drops the invalid index that an interrupted CREATE INDEX CONCURRENTLY leaves.

DROP INDEX CONCURRENTLY IF EXISTS product_in_category_idx;
CREATE INDEX CONCURRENTLY product_in_category_idx ON product (category_id);

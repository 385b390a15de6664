-- Some pieces of a sold reservation came back; its lines hold what is still out. By the caller's reference.
CREATE TABLE reservation_return (
    reference   uuid PRIMARY KEY,
    order_id    bigint      NOT NULL REFERENCES reservation,
    restock     boolean     NOT NULL,
    returned_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reservation_return_order_idx ON reservation_return (order_id);
CREATE TABLE reservation_return_line (
    reference  uuid    NOT NULL REFERENCES reservation_return,
    product_id bigint  NOT NULL REFERENCES product,
    quantity   integer NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (reference, product_id)
);
REVOKE UPDATE, DELETE ON reservation_return, reservation_return_line FROM ${role};

-- Pieces that came back and don't go on sale are written off after they were returned.
ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_reason_check;
ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_reason_check
    CHECK (reason IN ('SET', 'IMPORTED', 'RESERVED', 'SOLD', 'RELEASED', 'EXPIRED', 'RETURNED', 'WRITTEN_OFF'));

-- A deleted product loses its category when the category is deleted.
ALTER TABLE product ALTER COLUMN category_id DROP NOT NULL;
ALTER TABLE product ADD CHECK (category_id IS NOT NULL OR deleted_at IS NOT NULL);
CREATE INDEX product_deleted_category_idx ON product (category_id) WHERE deleted_at IS NOT NULL;
CREATE OR REPLACE FUNCTION product_search_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.search := setweight(to_tsvector('english', search_words(NEW.product_title)), 'A')
        || setweight(to_tsvector('english', search_words(NEW.sku)), 'B')
        || setweight(to_tsvector('english', search_words(coalesce((
               SELECT category_title FROM category WHERE category_id = NEW.category_id), ''))), 'C');
    RETURN NEW;
END
$$;

-- The last complete comparison of the stock with its ledger.
CREATE TABLE stock_ledger_check (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    finished_at timestamptz NOT NULL,
    mismatches  bigint      NOT NULL
);

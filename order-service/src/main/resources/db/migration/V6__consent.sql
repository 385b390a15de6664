-- How many pieces a line may have is a setting.
ALTER TABLE cart_item DROP CONSTRAINT cart_item_ordered_quantity_check;
ALTER TABLE cart_item ADD CONSTRAINT cart_item_ordered_quantity_check CHECK (ordered_quantity > 0);
-- The price that the last refused order showed. The version before neither reads nor writes it.
ALTER TABLE cart_item ADD COLUMN offered_price numeric(12, 2) CHECK (offered_price >= 0);

-- The pieces of a guest's cart that were not merged. The version before deletes a guest's cart without them.
CREATE TABLE merge_left_out (
    cart_id       bigint       NOT NULL REFERENCES cart ON DELETE CASCADE,
    product_id    bigint       NOT NULL,
    product_title varchar(200) NOT NULL,
    sku           varchar(50)  NOT NULL,
    quantity      integer      NOT NULL CHECK (quantity > 0),
    reason        varchar(30)  NOT NULL,
    PRIMARY KEY (cart_id, product_id)
);

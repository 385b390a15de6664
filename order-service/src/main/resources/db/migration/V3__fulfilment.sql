-- Set while staff should look at an order; the order goes on by itself.
ALTER TABLE orders ADD COLUMN attention_since timestamptz;
ALTER TABLE orders ADD COLUMN attention_reason varchar(255);
CREATE INDEX orders_attention_idx ON orders (order_id) WHERE attention_since IS NOT NULL;
-- The customer's cart that has the lines of a refused order again.
ALTER TABLE orders ADD COLUMN restored_cart_id bigint REFERENCES cart;

-- For how long the present step has been asked without an answer, and when last.
ALTER TABLE checkout ADD COLUMN asked_seconds double precision NOT NULL DEFAULT 0;
ALTER TABLE checkout ADD COLUMN asked_last timestamptz;
-- Whether returned pieces go back on sale, and whether staff have settled the money outside of the shop.
ALTER TABLE checkout ADD COLUMN restock boolean NOT NULL DEFAULT true;
ALTER TABLE checkout ADD COLUMN closed_by_hand boolean NOT NULL DEFAULT false;
CREATE INDEX checkout_open_idx ON checkout (step_since) WHERE position <> 'DONE';

-- Whom the order is for, as it was when the order was placed. The version before doesn't write it.
ALTER TABLE orders ADD COLUMN recipient_name varchar(200);
ALTER TABLE orders ADD COLUMN recipient_email varchar(254);
ALTER TABLE orders ADD COLUMN recipient_phone varchar(40);
CREATE INDEX orders_without_recipient_idx ON orders (order_id)
    WHERE recipient_name IS NULL AND status IN ('PENDING', 'CONFIRMED');

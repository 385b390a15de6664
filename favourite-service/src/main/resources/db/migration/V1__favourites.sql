CREATE TABLE favourite (
    user_id    bigint      NOT NULL,
    product_id bigint      NOT NULL,
    like_date  timestamptz NOT NULL,
    PRIMARY KEY (user_id, product_id)
);
CREATE INDEX favourite_product_idx ON favourite (product_id);

-- SKUs in any script: two that differ in case alone are one, whatever the locale of the server.
CREATE FUNCTION sku_key(sku text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(sku COLLATE "und-x-icu");

-- product_sku_key stays for the version before, which names lower(sku) in ON CONFLICT.
CREATE UNIQUE INDEX product_sku_key_key ON product (sku_key(sku)) WHERE deleted_at IS NULL;

-- How far an import with an Idempotency-Key is. The report is JSON.
CREATE TABLE catalogue_import (
    user_id     bigint       NOT NULL,
    key         varchar(255) NOT NULL,
    started_at  timestamptz  NOT NULL DEFAULT now(),
    records     bigint       NOT NULL DEFAULT 0,
    fingerprint bytea,
    report      text,
    finished    boolean      NOT NULL DEFAULT false,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX catalogue_import_started_idx ON catalogue_import (started_at);

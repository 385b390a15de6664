-- SKUs in any script: two that differ in case alone are one, whatever the locale of the server.
CREATE FUNCTION sku_key(sku text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(sku COLLATE "und-x-icu");

-- product_sku_key stays for the version before, which names lower(sku) in ON CONFLICT.
CREATE UNIQUE INDEX product_sku_key_key ON product (sku_key(sku)) WHERE deleted_at IS NULL;

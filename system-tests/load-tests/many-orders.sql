-- 300,000 delivered orders that agree with their payments, reservations and shipments, for measuring reconciliation:
--   psql postgresql://dbadmin:local@localhost:15432/ecommerce --file system-tests/load-tests/many-orders.sql
\set first 10000000
\set last 10299999
INSERT INTO order_service.cart (cart_id, user_id, status, created_at, version)
    SELECT g, g, 'ORDERED', now(), 0 FROM generate_series(:first, :last) AS g;
INSERT INTO order_service.orders (order_id, user_id, cart_id, order_date, order_fee, status, full_address, postal_code, city,
                                  version, changed_at, recipient_name)
    SELECT g, g, g, now(), 10, 'DELIVERED', 'Calle 10', '760044', 'Cali', 0, now() - interval '2 hours', 'Ada Example'
      FROM generate_series(:first, :last) AS g;
INSERT INTO order_service.order_item (order_id, product_id, ordered_quantity, product_title, sku, price_unit)
    SELECT g, 1, 1, 'Lamp', 'L-1', 10 FROM generate_series(:first, :last) AS g;
INSERT INTO order_service.checkout (order_id, position, deadline, step_since)
    SELECT g, 'DONE', now(), now() - interval '2 hours' FROM generate_series(:first, :last) AS g;
INSERT INTO payment_service.payment (payment_id, order_id, user_id, amount, reference, status, created_at, version)
    SELECT g, g, g, 10, gen_random_uuid(), 'CAPTURED', now(), 0 FROM generate_series(:first, :last) AS g;
INSERT INTO payment_service.payment_ledger (payment_id, entry, amount)
    SELECT g, entry, 10 FROM generate_series(:first, :last) AS g, (VALUES ('AUTHORISED'), ('CAPTURED')) AS e (entry);
INSERT INTO product_service.reservation (order_id, status, expires_at)
    SELECT g, 'COMMITTED', now() FROM generate_series(:first, :last) AS g;
INSERT INTO product_service.reservation_line SELECT g, 1, 1 FROM generate_series(:first, :last) AS g;
INSERT INTO shipping_service.shipment (shipping_id, order_id, user_id, status, created_at, version)
    SELECT g, g, g, 'DELIVERED', now(), 0 FROM generate_series(:first, :last) AS g;
INSERT INTO shipping_service.shipment_item SELECT g, 1, 1 FROM generate_series(:first, :last) AS g;
INSERT INTO shipping_service.shipment_history (shipping_id, position, at, changed_by, status_to)
    SELECT g, 0, now() - interval '2 hours', 'staff', 'DELIVERED' FROM generate_series(:first, :last) AS g;
VACUUM ANALYZE;

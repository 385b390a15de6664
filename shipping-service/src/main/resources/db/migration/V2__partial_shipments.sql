-- Whether with it all of the order's shipments have come as far; before, an order had one.
ALTER TABLE outbox_event ADD COLUMN complete boolean NOT NULL DEFAULT true;
ALTER TABLE outbox_event ALTER COLUMN complete DROP DEFAULT;

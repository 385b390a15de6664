-- Whom a parcel is for, as it was when the order was placed.
ALTER TABLE shipment ADD COLUMN recipient_name varchar(200);
ALTER TABLE shipment ADD COLUMN recipient_email varchar(254);
ALTER TABLE shipment ADD COLUMN recipient_phone varchar(40);
-- Why a parcel won't arrive. Its status stays what it was, as the version before knows it.
ALTER TABLE shipment ADD COLUMN failure varchar(20) CHECK (failure IN ('LOST', 'UNDELIVERABLE'));
ALTER TABLE shipment_history ADD COLUMN reason varchar(255);

-- Pieces that were taken out of parcels before they left, by order-service's reference.
CREATE TABLE shipment_cancellation (
    reference    uuid PRIMARY KEY,
    order_id     bigint      NOT NULL,
    cancelled_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE shipment_cancellation_item (
    reference        uuid    NOT NULL REFERENCES shipment_cancellation,
    product_id       bigint  NOT NULL,
    ordered_quantity integer NOT NULL CHECK (ordered_quantity > 0),
    PRIMARY KEY (reference, product_id)
);
REVOKE UPDATE, DELETE ON shipment_cancellation, shipment_cancellation_item FROM ${role};

-- Staff list what is to be shipped.
CREATE INDEX shipment_status_idx ON shipment (status, shipping_id);

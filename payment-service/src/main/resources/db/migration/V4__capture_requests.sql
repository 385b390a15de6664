-- The captures that were requested of the provider. The version before requests a capture without a row.
CREATE TABLE capture_request (
    payment_id   bigint PRIMARY KEY REFERENCES payment,
    status       varchar(10) NOT NULL CHECK (status IN ('PENDING', 'DONE', 'REFUSED', 'WITHDRAWN')),
    requested_at timestamptz NOT NULL DEFAULT now(),
    settled_at   timestamptz,
    failure      varchar(255)
);
CREATE INDEX capture_request_pending_idx ON capture_request (requested_at) WHERE status = 'PENDING';

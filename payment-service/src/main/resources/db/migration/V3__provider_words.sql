-- The caller's name of a refund that order-service asks for. A refused refund may be asked for again, as another row.
ALTER TABLE refund ADD COLUMN request_reference uuid;
CREATE INDEX refund_request_idx ON refund (request_reference, refund_id) WHERE request_reference IS NOT NULL;
-- Whether the money went back because the customer disputed the charge.
ALTER TABLE refund ADD COLUMN disputed boolean NOT NULL DEFAULT false;
CREATE INDEX refund_pending_idx ON refund (created_at) WHERE status = 'PENDING';
CREATE INDEX payment_void_idx ON payment (created_at) WHERE status = 'VOIDED' AND NOT void_confirmed;
CREATE INDEX payment_ledger_refund_idx ON payment_ledger (entry_id) WHERE entry = 'REFUNDED';

ALTER TABLE sandbox_entry DROP CONSTRAINT sandbox_entry_kind_check;
ALTER TABLE sandbox_entry ADD CONSTRAINT sandbox_entry_kind_check
    CHECK (kind IN ('AUTHORISED', 'CAPTURED', 'REFUNDED', 'DISPUTED', 'VOIDED', 'DECLINED'));
CREATE INDEX refund_failed_idx ON refund (settled_at) WHERE status = 'FAILED';
-- Staff list payments by status.
CREATE INDEX payment_status_idx ON payment (status, payment_id);

-- When the capture was first requested. It is pending as long as the payment is AUTHORISED.
ALTER TABLE payment ADD COLUMN capture_requested_at timestamptz;

-- How often something happened. The events of a counter are forgotten when it is empty; each new one postpones that.
CREATE TABLE throttle (
    counter  bytea PRIMARY KEY,
    empty_at timestamptz NOT NULL
);
CREATE INDEX throttle_empty_at_idx ON throttle (empty_at);

-- From which address an account was signed in to. The key is that of the throttle's counter for both.
CREATE TABLE known_address (
    counter     bytea PRIMARY KEY,
    known_until timestamptz NOT NULL
);
CREATE INDEX known_address_known_until_idx ON known_address (known_until);

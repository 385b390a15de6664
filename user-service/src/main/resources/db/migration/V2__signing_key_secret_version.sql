-- Which secret encrypted the key. NULL in rows of the version before, which uses one secret only.
ALTER TABLE signing_key ADD COLUMN secret_version varchar(16);

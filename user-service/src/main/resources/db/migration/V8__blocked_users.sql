-- A blocked user can't sign in. The previous version doesn't read these columns.
ALTER TABLE users
    ADD COLUMN blocked_at   timestamptz,
    ADD COLUMN blocked_by   varchar(50),
    ADD COLUMN block_reason varchar(200);

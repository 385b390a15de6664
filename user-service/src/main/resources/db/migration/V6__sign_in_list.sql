-- What the list of sign-ins shows. NULL until this version uses the sign-in: the previous version stores neither, and leaves both as
-- they are when it refreshes.
ALTER TABLE refresh_family
    ADD COLUMN last_used_at timestamptz,
    ADD COLUMN last_address text;

-- A family is what one sign-in began: all refresh tokens that replaced one another since. Whoever uses or revokes one of its tokens
-- locks this row first. The previous version stores no families; the first use of one of its tokens adds the row.
CREATE TABLE refresh_family (
    family_id    uuid PRIMARY KEY,
    user_id      bigint      NOT NULL REFERENCES users ON DELETE CASCADE,
    signed_in_at timestamptz NOT NULL,
    -- No token of the family is accepted any more.
    revoked      boolean     NOT NULL DEFAULT false
);
CREATE INDEX refresh_family_user_id_idx ON refresh_family (user_id);
CREATE INDEX refresh_family_signed_in_at_idx ON refresh_family (signed_in_at);

-- Counts how often all sign-ins of the user were ended, so that a sign-in that began before doesn't complete after.
ALTER TABLE users ADD COLUMN sign_ins_ended integer NOT NULL DEFAULT 0;

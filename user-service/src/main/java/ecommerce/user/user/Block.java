package ecommerce.user.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Says that a user is blocked.
 *
 * @param blockedAt since when
 * @param by the user name of the member of staff who gave the reason
 */
@Embeddable
public record Block(
        Instant blockedAt,
        @Column(name = "blocked_by") String by,
        @Column(name = "block_reason") String reason) {}

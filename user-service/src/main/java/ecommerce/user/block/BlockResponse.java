package ecommerce.user.block;

import ecommerce.user.user.Block;
import java.time.Instant;

/**
 * Why a user is blocked.
 *
 * @param by the name of the member of staff who gave the reason
 */
record BlockResponse(long userId, String reason, Instant blockedAt, String by) {

    static BlockResponse of(long userId, Block block) {
        return new BlockResponse(userId, block.reason(), block.blockedAt(), block.by());
    }
}

package ecommerce.user.block;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A request to block a user.
 *
 * @param reason what staff read; at most as long as a text in the audit log
 */
record BlockRequest(@NotBlank @Size(max = 200) String reason) {}

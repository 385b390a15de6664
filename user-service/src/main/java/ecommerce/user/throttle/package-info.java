/**
 * Limits how often passwords may be guessed, accounts registered and sign-ins refreshed. The counts are in the database, so all
 * replicas share them and a restart keeps them. docs/accounts.md states the rules.
 */
@NullMarked
package ecommerce.user.throttle;

import org.jspecify.annotations.NullMarked;

/**
 * One payment an order, whatever is repeated. Clients read payments and make none: a payment comes from a checkout
 * alone, so that nobody pays what the shop hasn't computed.
 */
@NullMarked
package ecommerce.payment.payment;

import org.jspecify.annotations.NullMarked;

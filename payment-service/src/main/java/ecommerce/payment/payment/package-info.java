/**
 * Payments, one for each order, as their owners and staff see them. A payment comes from a checkout alone, so nobody pays an
 * amount that the shop hasn't computed.
 */
@NullMarked
package ecommerce.payment.payment;

import org.jspecify.annotations.NullMarked;

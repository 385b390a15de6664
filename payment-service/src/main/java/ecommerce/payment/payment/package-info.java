/**
 * Stores the payment of each order and shows it to its owner and staff. Only a checkout creates a payment, so customers
 * pay only amounts that the shop has computed.
 */
@NullMarked
package ecommerce.payment.payment;

import org.jspecify.annotations.NullMarked;

/**
 * Amendments: cancelling, returning or writing off some pieces of an order. An order carries out one amendment at a time,
 * and an amendment is carried out once.
 */
@NullMarked
package ecommerce.order.amendment;

import org.jspecify.annotations.NullMarked;

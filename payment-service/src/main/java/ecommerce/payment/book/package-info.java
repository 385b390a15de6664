/** The book: payments, refunds and their ages, as order-service and the monitoring read them. It changes nothing. */
@NullMarked
package ecommerce.payment.book;

import org.jspecify.annotations.NullMarked;

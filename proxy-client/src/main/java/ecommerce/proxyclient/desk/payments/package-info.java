/** The desk's payments: staff find the payments and refunds of all orders, for example refunds that have failed. */
@NullMarked
package ecommerce.proxyclient.desk.payments;

import org.jspecify.annotations.NullMarked;

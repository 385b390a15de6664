/** The desk's orders: staff find, see and change the orders of all customers. order-service audits each change. */
@NullMarked
package ecommerce.proxyclient.desk.orders;

import org.jspecify.annotations.NullMarked;

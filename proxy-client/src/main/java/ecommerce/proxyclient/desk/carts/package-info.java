/** The desk's carts: staff see and change what customers have in their carts. order-service audits each change. */
@NullMarked
package ecommerce.proxyclient.desk.carts;

import org.jspecify.annotations.NullMarked;

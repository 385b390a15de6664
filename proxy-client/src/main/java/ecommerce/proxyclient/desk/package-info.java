/** The staff's desk: the orders of all customers. */
@NullMarked
package ecommerce.proxyclient.desk;

import org.jspecify.annotations.NullMarked;

/** The desk's customers: staff find accounts, and change, block and delete them. user-service audits each change. */
@NullMarked
package ecommerce.proxyclient.desk.customers;

import org.jspecify.annotations.NullMarked;

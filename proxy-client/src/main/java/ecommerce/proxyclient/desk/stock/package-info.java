/** The desk's stock: staff see the ledger of a product, and record movements, counts and transfers. */
@NullMarked
package ecommerce.proxyclient.desk.stock;

import org.jspecify.annotations.NullMarked;

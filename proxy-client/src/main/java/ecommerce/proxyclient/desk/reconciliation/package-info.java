/** The desk's reconciliation: whether orders agree with payments, stock and shipments. */
@NullMarked
package ecommerce.proxyclient.desk.reconciliation;

import org.jspecify.annotations.NullMarked;

/** Notes of staff on orders. A note is never changed or deleted, and customers never see one. */
@NullMarked
package ecommerce.order.note;

import org.jspecify.annotations.NullMarked;

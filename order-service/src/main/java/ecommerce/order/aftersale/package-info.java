/** After-sale: cancelling, returning, retrying, refunding and closing orders. It decides; fulfilment carries out. */
@NullMarked
package ecommerce.order.aftersale;

import org.jspecify.annotations.NullMarked;

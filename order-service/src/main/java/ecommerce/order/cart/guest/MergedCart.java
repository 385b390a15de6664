package ecommerce.order.cart.guest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ecommerce.order.cart.CartResponse;
import java.util.List;

/**
 * The customer's cart after a merge.
 *
 * @param leftOut pieces of the guest's cart that weren't added, with the reasons; empty if all were added
 */
record MergedCart(@JsonUnwrapped CartResponse cart, List<LeftOut> leftOut) {}

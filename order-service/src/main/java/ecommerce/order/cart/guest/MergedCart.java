package ecommerce.order.cart.guest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ecommerce.order.cart.CartResponse;
import java.util.List;

/**
 * The customer's cart after a merge.
 *
 * @param leftOut pieces of the guest's cart that aren't in it, and why; empty if all came along
 */
record MergedCart(@JsonUnwrapped CartResponse cart, List<LeftOut> leftOut) {}

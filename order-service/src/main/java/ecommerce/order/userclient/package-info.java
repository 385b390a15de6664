/** user-service, as far as orders need it: addresses. */
@NullMarked
package ecommerce.order.userclient;

import org.jspecify.annotations.NullMarked;

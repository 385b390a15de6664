/** Registration: a new customer's account, with the addresses that the request names. Both are stored, or neither. */
@NullMarked
package ecommerce.user.registration;

import org.jspecify.annotations.NullMarked;

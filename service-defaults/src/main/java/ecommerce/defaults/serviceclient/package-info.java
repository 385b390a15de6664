/** Calls from service to service. */
@NullMarked
package ecommerce.defaults.serviceclient;

import org.jspecify.annotations.NullMarked;

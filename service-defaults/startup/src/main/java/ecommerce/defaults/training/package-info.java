/** The start that records an AOT cache. */
@NullMarked
package ecommerce.defaults.training;

import org.jspecify.annotations.NullMarked;

/** Common elements of the REST contract: lists, sorting, conditional requests and merge patches. */
@NullMarked
package ecommerce.defaults.web;

import org.jspecify.annotations.NullMarked;

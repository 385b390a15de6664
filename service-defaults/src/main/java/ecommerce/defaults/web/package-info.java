/** The shapes that the REST contract gives to lists, sorting and concurrent edits. */
@NullMarked
package ecommerce.defaults.web;

import org.jspecify.annotations.NullMarked;

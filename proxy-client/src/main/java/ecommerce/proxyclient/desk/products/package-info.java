/** The desk's products: staff find, create, edit, hide and delete them. product-service audits each change. */
@NullMarked
package ecommerce.proxyclient.desk.products;

import org.jspecify.annotations.NullMarked;

/** The desk's home: what there is to do, counted when the page is opened. */
@NullMarked
package ecommerce.proxyclient.desk.home;

import org.jspecify.annotations.NullMarked;

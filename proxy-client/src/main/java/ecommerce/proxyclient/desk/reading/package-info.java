/** Pages of the desk that show what several services know, also while one of the services is unavailable. */
@NullMarked
package ecommerce.proxyclient.desk.reading;

import org.jspecify.annotations.NullMarked;

/** Staff cancel, return, refund, retry and close orders. Each change shows what it costs and asks for confirmation. */
@NullMarked
package ecommerce.proxyclient.desk.aftersale;

import org.jspecify.annotations.NullMarked;

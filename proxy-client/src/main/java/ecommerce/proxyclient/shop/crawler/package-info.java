/** What search engines read: which pages they may visit, and which there are. */
@NullMarked
package ecommerce.proxyclient.shop.crawler;

import org.jspecify.annotations.NullMarked;

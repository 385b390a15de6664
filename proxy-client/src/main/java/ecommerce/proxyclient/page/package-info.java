/** What all pages share: layout, languages, static files, errors. */
@NullMarked
package ecommerce.proxyclient.page;

import org.jspecify.annotations.NullMarked;

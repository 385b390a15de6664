/**
 * Describes each service's API as an OpenAPI document: texts from the Javadoc, problems and access rules from what the
 * handlers declare, and examples from {@code api-examples.properties}.
 */
@NullMarked
package ecommerce.defaults.openapi;

import org.jspecify.annotations.NullMarked;

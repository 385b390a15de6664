package ecommerce.defaults.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names members of the body that an endpoint requires although its record doesn't, for its OpenAPI document. {@code PUT}
 * and {@code POST} may share a record.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AlsoRequires {

    String[] value();
}

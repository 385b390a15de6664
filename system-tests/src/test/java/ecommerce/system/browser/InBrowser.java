package ecommerce.system.browser;

import ecommerce.system.RunningShop;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class whose tests use the pages of the running shop in Chromium. A test takes a {@link ShopBrowser} as a parameter. The
 * tests are skipped on a machine without Chromium, and fail there if the environment variable {@code CI} is {@code true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserExtension.class, RunningShop.class})
public @interface InBrowser {}

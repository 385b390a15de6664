/** Defines how the ten services run: ports, unpacked jars, AOT caches, JVM options and environment. */
@NullMarked
package ecommerce.system.application;

import org.jspecify.annotations.NullMarked;

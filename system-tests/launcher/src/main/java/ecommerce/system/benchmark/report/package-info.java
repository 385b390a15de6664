/** Converts measured figures into medians, ratios and Markdown tables. */
@NullMarked
package ecommerce.system.benchmark.report;

import org.jspecify.annotations.NullMarked;

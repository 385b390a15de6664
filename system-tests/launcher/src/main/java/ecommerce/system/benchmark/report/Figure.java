package ecommerce.system.benchmark.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * A measured number.
 *
 * @param name what was measured, with the unit; the row's name in the table
 * @param whole the name of the figure that this is a part of; empty if there is none
 */
public record Figure(String name, BigDecimal value, String whole) {

    private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

    public Figure(String name, BigDecimal value) {
        this(name, value, "");
    }

    /** Returns this figure as a part of another. The table omits the row of a negligible part. */
    public Figure partOf(Figure another) {
        return new Figure(name, value, another.name);
    }

    public static Figure count(String name, long value) {
        return new Figure(name, BigDecimal.valueOf(value));
    }

    /** Creates a figure in milliseconds and adds ", ms" to its name. */
    public static Figure milliseconds(String name, Duration value) {
        return new Figure(name + ", ms", milliseconds(value));
    }

    /** Creates a figure in seconds and adds ", s" to its name. */
    public static Figure seconds(String name, Duration value) {
        return new Figure(name + ", s", milliseconds(value).movePointLeft(3));
    }

    /** Creates a rate and adds " a second" to its name. */
    public static Figure perSecond(String name, long count, Duration time) {
        return new Figure(
                name + " a second",
                divide(BigDecimal.valueOf(count), milliseconds(time).movePointLeft(3)));
    }

    /** Creates a figure with the time per request or order, in milliseconds; 0 if there were none. */
    public static Figure share(String name, Duration time, long count) {
        return new Figure(name, divide(milliseconds(time), BigDecimal.valueOf(count)));
    }

    /** Creates the ratio of two figures; 0 if the divisor is 0. */
    public static Figure ratio(String name, Figure dividend, Figure divisor) {
        return new Figure(name, divide(dividend.value, divisor.value));
    }

    private static BigDecimal milliseconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos()).divide(NANOS_PER_MILLI, MathContext.DECIMAL64);
    }

    private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? BigDecimal.ZERO : dividend.divide(divisor, MathContext.DECIMAL64);
    }
}

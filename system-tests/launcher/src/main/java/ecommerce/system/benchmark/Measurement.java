package ecommerce.system.benchmark;

import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.report.Figure;
import java.util.List;

/** A measurement that runs on each checkout in turn. */
interface Measurement {

    /** Returns the heading of the measurement's table. */
    String title();

    /** Warms up a checkout. Called once per checkout, before the first round. */
    default void warmUp(Checkout checkout) {}

    /** Measures one round. All rounds return the same figures. */
    List<Figure> measure(Checkout checkout);
}

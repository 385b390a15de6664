package ecommerce.system.benchmark;

import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.report.Figure;
import java.util.List;

/** Measures one thing, on each checkout in turns. */
interface Measurement {

    /** Heads the table of its figures. */
    String title();

    /** Is called once for each checkout before anything is measured. */
    default void warmUp(Checkout checkout) {}

    /** Measures one round; each round has the same figures. */
    List<Figure> measure(Checkout checkout);
}

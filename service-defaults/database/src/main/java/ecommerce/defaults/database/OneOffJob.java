package ecommerce.defaults.database;

import java.util.concurrent.Callable;

/** Runs a program that does one thing and exits: with 0 after success, otherwise with 1 and the error. */
final class OneOffJob {

    private OneOffJob() {}

    static void run(Callable<String> job) {
        try {
            System.out.println(job.call());
        } catch (Exception e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}

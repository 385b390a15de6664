package ecommerce.system.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A state of a page: a row of {@code docs/page-states.csv}.
 *
 * @param page the path of the template, without its ending
 * @param shows a text that this state shows, and the other states at the same address don't
 * @param test the test that opens the state
 * @param address the path and query; a name in braces stands for what depends on the test
 */
public record PageState(String page, String state, String shows, String test, String address) {

    private static final Path TABLE = Path.of("..", "docs", "page-states.csv");
    private static final Pattern NAME = Pattern.compile("\\{[A-Za-z]+}");
    private static final List<PageState> ALL = read();

    /** Returns all states, in the order of the table. */
    public static List<PageState> all() {
        return ALL;
    }

    /** Returns the states that a test opens, in the order of the table. */
    public static List<PageState> of(String test) {
        return ALL.stream().filter(state -> state.test.equals(test)).toList();
    }

    static PageState find(String test, String page, String state) {
        return of(test).stream()
                .filter(one -> one.page.equals(page) && one.state.equals(state))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("docs/page-states.csv has no row %s,%s,…,%s".formatted(page, state, test)));
    }

    /** Returns a regular expression for the addresses that the state can have. */
    String addressPattern() {
        return NAME.splitAsStream(address).map(Pattern::quote).collect(Collectors.joining("[^/?]+"))
                + (address.endsWith("}") ? "[^/?]+" : "");
    }

    private static List<PageState> read() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .skip(1)
                    .map(PageState::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageState parse(String row) {
        var cells = row.split(",", -1);
        if (cells.length != 5) {
            throw new IllegalStateException(
                    "A row of docs/page-states.csv needs five cells, none with a comma: " + row);
        }
        return new PageState(cells[0], cells[1], cells[2], cells[3], cells[4]);
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(page, state);
    }
}

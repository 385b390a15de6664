package ecommerce.system.house;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.attack.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks {@code docs/desk-operations.csv}, which names the page of the desk for each operation of the REST API that staff may
 * use: staff need no other client.
 */
class DeskOperationsRulesTests {

    private static final Path ROOT = Path.of("..");

    /** Operations that concern only what is the caller's own, and those that only family clients expect, without content. */
    private static final Set<String> WITHOUT_PAGE = Set.of("own-only", "no-content");

    /** @param pages the paths of the desk's pages or forms, or one of {@link #WITHOUT_PAGE} */
    private record Row(String operation, String method, List<String> pages) {

        static Row of(String line) {
            var cells = line.split(",");
            return new Row(
                    "%s %s %s".formatted(cells[0], cells[1], cells[2]), cells[1], List.of(cells[3].split("\\|")));
        }

        /** Returns the requests that the desk must serve: a page for an operation that reads, and else a form. */
        Stream<String> requests() {
            var sent = method.equals("GET") ? "GET " : "POST ";
            return pages.stream().filter(not(WITHOUT_PAGE::contains)).map(sent::concat);
        }
    }

    @Test
    void givesStaffAPageForEachOperation() throws IOException {
        var restricted = endpoints()
                .filter(endpoint -> endpoint.path().startsWith("/api/"))
                .filter(endpoint -> Set.of("staff", "signed-in").contains(endpoint.access()))
                .map(endpoint -> "%s %s %s".formatted(endpoint.service(), endpoint.method(), endpoint.path()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows()).extracting(Row::operation).isSorted().containsExactlyElementsOf(restricted);
    }

    @Test
    void namesPagesThatExist() throws IOException {
        var requests = endpoints()
                .filter(endpoint -> endpoint.service().equals(ServiceDefinition.of("proxy-client")))
                .filter(endpoint -> Set.of("staff-session", "staff-form").contains(endpoint.access()))
                .map(endpoint -> "%s %s".formatted(endpoint.method(), endpoint.path()))
                .collect(Collectors.toSet());

        assertThat(rows().stream().flatMap(Row::requests)).isNotEmpty().isSubsetOf(requests);
    }

    private static Stream<Endpoint> endpoints() {
        return Endpoint.readAll(ROOT).stream().filter(not(Endpoint::isManagement));
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs").resolve("desk-operations.csv")).stream()
                .skip(1)
                .map(Row::of)
                .toList();
    }
}

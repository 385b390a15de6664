package ecommerce.system.benchmark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedCatalogueTests {

    private static final int PRODUCTS = 50_000;

    @Test
    void generatesTheSameCatalogueEachTimeAndInAnyParts() {
        var parts = new GeneratedCatalogue();

        assertThat(parts.next(700) + parts.next(300)).isEqualTo(new GeneratedCatalogue().next(1_000));
    }

    @Test
    void generatesLinesForTheHeader() {
        var columns = GeneratedCatalogue.HEADER.strip().split(",").length;

        assertThat(new GeneratedCatalogue().next(100).lines())
                .hasSize(100)
                .allMatch(line ->
                        line.matches("[A-Z]{3}-\\d{8},\"[^\"]{20,200}\",[^,]+,\\d+\\.\\d\\d,\\d+") && columns == 5);
    }

    @Test
    void givesEachProductItsOwnSku() {
        assertThat(lines().map(cells -> cells[0])).hasSize(PRODUCTS).doesNotHaveDuplicates();
    }

    @Test
    void hasFewLargeAndManySmallCategories() {
        var sizes = lines().collect(Collectors.groupingBy(cells -> category(cells), Collectors.counting()));

        assertThat(sizes).containsEntry(GeneratedCatalogue.RARITIES, (long) GeneratedCatalogue.RARE_PRODUCTS);
        var largest = sizes.values().stream().sorted(Comparator.reverseOrder()).limit(36);
        assertThat(largest.mapToLong(size -> size).sum()).isBetween(PRODUCTS / 3L, PRODUCTS * 9L / 10);
    }

    @Test
    void sellsOutOneProductOfTwenty() {
        var soldOut =
                lines().filter(cells -> cells[cells.length - 1].equals("0")).count();

        assertThat(soldOut).isBetween(PRODUCTS / 25L, PRODUCTS / 16L);
    }

    @Test
    void hasAllDepartmentsThatAreMeasured() {
        var departments = lines().map(cells -> category(cells).split(" > ")[0])
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(departments.keySet()).containsAll(Vocabulary.DEPARTMENTS);
    }

    private static Stream<String[]> lines() {
        return Arrays.stream(new GeneratedCatalogue().next(PRODUCTS).split("\n"))
                .map(line -> line.split(","));
    }

    private static String category(String[] cells) {
        return cells[cells.length - 3];
    }
}

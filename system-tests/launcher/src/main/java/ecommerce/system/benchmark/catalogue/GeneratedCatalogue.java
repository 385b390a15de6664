package ecommerce.system.benchmark.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Generates a catalogue like that of a general store, always the same one. It has 12 departments with 432 categories on
 * three levels. A few categories are large and most are small; {@link #RARITIES} has eight products. A title has a brand,
 * a series, a kind of product and up to three features. Prices depend on the category and are spread over a factor of
 * about ten. One product of twenty is sold out. Products of one category follow each other, as in the files of suppliers.
 */
final class GeneratedCatalogue {

    static final String HEADER = "sku,productTitle,categoryPath,priceUnit,quantity\n";

    /** The title of a category without a parent. */
    static final String RARITIES = "Rarities";

    static final int RARE_PRODUCTS = 8;

    private static final int GROUPS = 5;
    private static final int CATEGORIES = 6;
    private static final int KINDS = 3;
    private static final int FEWEST_IN_A_ROW = 50;
    private static final int MOST_IN_A_ROW = 500;
    private static final String[] PRICE_ENDS = {"99", "95", "50", "00"};

    /** A category without categories below it, with the prices and the kinds of its products. */
    private record Leaf(String path, String prefix, List<String> kinds, int typicalPrice) {}

    private final Random random = new Random(15);
    private final List<Leaf> leaves = new ArrayList<>();
    private Leaf leaf;
    private int left = RARE_PRODUCTS;
    private long made;

    GeneratedCatalogue() {
        leaf = new Leaf(RARITIES, "RAR", kinds(), typicalPrice());
        for (var department : Vocabulary.DEPARTMENTS) {
            addLeaves(department);
        }
    }

    /** Returns the next lines of the file, each with a line end. */
    String next(int count) {
        var lines = new StringBuilder(count * 120);
        for (var line = 0; line < count; line++) {
            if (left == 0) {
                leaf = leaves.get(mostlyLow(leaves.size()));
                left = random.nextInt(FEWEST_IN_A_ROW, MOST_IN_A_ROW);
            }
            left--;
            lines.append(line());
        }
        return lines.toString();
    }

    private void addLeaves(String department) {
        for (var group = 1; group <= GROUPS; group++) {
            for (var number = 1; number <= CATEGORIES; number++) {
                var kinds = kinds();
                var title = capital(kinds.getFirst()) + "s " + number;
                var path = "%s > %s %s > %s".formatted(department, department, Vocabulary.GROUPS.get(group - 1), title);
                var at = random.nextInt(leaves.size() + 1);
                leaves.add(at, new Leaf(path, prefix(department), kinds, typicalPrice()));
            }
        }
    }

    private String line() {
        made++;
        var title = "%s %s %d %s %s, %s, %s"
                .formatted(
                        any(Vocabulary.BRANDS),
                        any(Vocabulary.SERIES),
                        random.nextInt(1, 90) * 10,
                        any(Vocabulary.QUALITIES),
                        any(leaf.kinds()),
                        any(Vocabulary.FEATURES),
                        any(Vocabulary.COLOURS));
        var price = "%d.%s"
                .formatted(
                        Math.max(1, Math.round(leaf.typicalPrice() * Math.exp(random.nextGaussian() * 0.7))),
                        PRICE_ENDS[random.nextInt(PRICE_ENDS.length)]);
        var quantity = random.nextInt(20) == 0 ? 0 : 1 + (int) (-60 * Math.log(1 - random.nextDouble()));
        return "%s-%08d,\"%s\",%s,%s,%d\n".formatted(leaf.prefix(), made, title, leaf.path(), price, quantity);
    }

    /** Returns a typical price from 5 to 600. */
    private int typicalPrice() {
        return (int) Math.pow(10, random.nextDouble(0.7, 2.8));
    }

    private List<String> kinds() {
        return random.ints(0, Vocabulary.KINDS.size())
                .distinct()
                .limit(KINDS)
                .mapToObj(Vocabulary.KINDS::get)
                .toList();
    }

    /** Returns a number below the limit. Low numbers are much more frequent: a tenth of them gets two fifths of all products. */
    private int mostlyLow(int limit) {
        return (int) (limit * Math.pow(random.nextDouble(), 2.5));
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String prefix(String department) {
        return department.substring(0, 3).toUpperCase(Locale.ROOT);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}

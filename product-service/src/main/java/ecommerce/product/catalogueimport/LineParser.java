package ecommerce.product.catalogueimport;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes products of records, or says what is wrong with them. */
final class LineParser {

    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,49}");
    private static final Pattern PRICE = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");
    private static final Pattern QUANTITY = Pattern.compile("\\d{1,9}");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\uFFFD");
    private static final int MAX_DEPTH = 10;

    private final ImportHeader header;

    LineParser(ImportHeader header) {
        this.header = header;
    }

    ImportLine parse(CsvRecord record) throws RefusedLineException {
        if (!record.flaw().isEmpty()) {
            throw new RefusedLineException(null, record.flaw());
        }
        var fields = ImportHeader.parse(record.text());
        if (fields.isEmpty()) {
            throw new RefusedLineException(null, "text stands behind a closing quote");
        }
        if (fields.size() != header.columns().size()) {
            throw new RefusedLineException(
                    null, "%d columns instead of %d".formatted(fields.size(), header.columns().size()));
        }
        var sku = header.value(fields, "sku");
        if (!SKU.matcher(sku).matches()) {
            throw new RefusedLineException(null, "sku must be 1 to 50 letters, digits or . _ / -");
        }
        if (UNSTORABLE.matcher(record.text()).find()) {
            throw new RefusedLineException(sku, "it holds control characters or isn't UTF-8");
        }
        return new ImportLine(
                sku,
                title(sku, header.value(fields, "productTitle")),
                categoryPath(sku, header.value(fields, "categoryPath")),
                price(sku, header.value(fields, "priceUnit")),
                quantity(sku, header.value(fields, "quantity")),
                imageUrl(sku, header.value(fields, "imageUrl")));
    }

    private static String title(String sku, String title) throws RefusedLineException {
        if (title.isEmpty() || title.length() > 200) {
            throw new RefusedLineException(sku, "productTitle must have 1 to 200 characters");
        }
        return title;
    }

    private static List<String> categoryPath(String sku, String path) throws RefusedLineException {
        var titles = Arrays.stream(path.split(">", -1)).map(String::strip).toList();
        if (titles.size() > MAX_DEPTH || titles.stream().anyMatch(title -> title.isEmpty() || title.length() > 100)) {
            throw new RefusedLineException(
                    sku, "categoryPath must be up to 10 titles of 1 to 100 characters, parted by >");
        }
        return titles;
    }

    private static BigDecimal price(String sku, String price) throws RefusedLineException {
        if (!PRICE.matcher(price).matches()) {
            throw new RefusedLineException(sku, "priceUnit must be a number like 12.50, not negative");
        }
        return new BigDecimal(price).setScale(2);
    }

    private static int quantity(String sku, String quantity) throws RefusedLineException {
        if (!QUANTITY.matcher(quantity).matches()) {
            throw new RefusedLineException(sku, "quantity must be a whole number, not negative");
        }
        return Integer.parseInt(quantity);
    }

    private static @Nullable String imageUrl(String sku, String imageUrl) throws RefusedLineException {
        if (imageUrl.length() > 500) {
            throw new RefusedLineException(sku, "imageUrl must have no more than 500 characters");
        }
        return imageUrl.isEmpty() ? null : imageUrl;
    }
}

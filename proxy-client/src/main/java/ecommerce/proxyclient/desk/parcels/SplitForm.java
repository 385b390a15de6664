package ecommerce.proxyclient.desk.parcels;

import ecommerce.proxyclient.shippingclient.ParcelClient.Parcel;
import ecommerce.proxyclient.shippingclient.ParcelClient.Pieces;
import ecommerce.proxyclient.shippingclient.ParcelClient.Split;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pieces that move to a new parcel.
 *
 * @param typed what was typed for each product, by its id
 */
public record SplitForm(String version, Map<Long, String> typed) implements ParcelForm {

    static final SplitForm EMPTY = new SplitForm("", Map.of());

    private static final String PREFIX = "pieces-";
    private static final Pattern FIELD = Pattern.compile(PREFIX + "([0-9]{1,18})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");

    /** Reads the form. Ignores fields that no product can have. */
    static SplitForm of(Map<String, String> fields) {
        var typed = new TreeMap<Long, String>();
        fields.forEach((name, value) -> {
            var field = FIELD.matcher(name);
            if (field.matches()) {
                typed.put(Long.valueOf(field.group(1)), value.strip());
            }
        });
        return new SplitForm(fields.getOrDefault("version", ""), typed);
    }

    /** Returns the name of the field for a product. */
    public static String field(long productId) {
        return PREFIX + productId;
    }

    /** Returns the products of the parcel, and those that were typed although the parcel has none of them any more. */
    public Set<Long> products(@Nullable ParcelPage details) {
        var products = new LinkedHashSet<Long>();
        if (details != null) {
            details.parcel().items().forEach(item -> products.add(item.productId()));
        }
        products.addAll(typed.keySet());
        return products;
    }

    /** Returns what was typed for a product. */
    public String pieces(long productId) {
        return typed.getOrDefault(productId, "0");
    }

    /** Returns the products with something else than a number of pieces. */
    List<Long> invalid() {
        return typed.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty()
                        && !NUMBER.matcher(entry.getValue()).matches())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the request of a valid form. */
    Split split() {
        return new Split(typed.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty() && Integer.parseInt(entry.getValue()) > 0)
                .map(entry -> new Pieces(entry.getKey(), Integer.parseInt(entry.getValue())))
                .toList());
    }

    /** Returns false: two splits of the same pieces can't be told apart, so staff compare the parcels. */
    @Override
    public boolean isDone(Parcel parcel) {
        return false;
    }

    /** Returns an empty form, because the split may have been made although its answer was lost. */
    @Override
    public ParcelForm besideChanged() {
        return EMPTY;
    }
}

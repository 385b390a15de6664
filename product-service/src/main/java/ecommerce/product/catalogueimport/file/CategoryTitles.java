package ecommerce.product.catalogueimport.file;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes and reads the titles on the path to a category: {@code Home > Light}. A doubled {@code >} is part of a title. */
public final class CategoryTitles {

    /** No cell contains it. */
    private static final String PLACEHOLDER = "\0";

    private CategoryTitles() {}

    public static String join(List<String> titles) {
        return titles.stream().map(title -> title.replace(">", ">>")).collect(Collectors.joining(" > "));
    }

    static List<String> split(String path) {
        return Arrays.stream(path.replace(">>", PLACEHOLDER).split(">", -1))
                .map(title -> title.replace(PLACEHOLDER, ">").strip())
                .toList();
    }
}

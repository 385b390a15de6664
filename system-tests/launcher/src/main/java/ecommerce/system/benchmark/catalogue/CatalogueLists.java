package ecommerce.system.benchmark.catalogue;

import ecommerce.system.client.ShopClient;
import ecommerce.system.process.LauncherException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names the lists and searches that are measured: each order, each filter, categories of three sizes, and searches. */
final class CatalogueLists {

    private static final List<String> ORDERS = List.of(
            "productId",
            "productTitle",
            "sku",
            "priceUnit",
            "priceUnit,desc",
            "quantity",
            "createdAt",
            "createdAt,desc");

    private final ShopClient shop;

    CatalogueLists(ShopClient shop) {
        this.shop = shop;
    }

    List<CatalogueList> all() {
        var department = "categoryId=" + category(Vocabulary.DEPARTMENTS.getFirst());
        var lists = new ArrayList<CatalogueList>();
        ORDERS.forEach(order -> lists.add(list("all products by " + order, "sort=" + order)));
        ORDERS.forEach(order -> lists.add(list("a department by " + order, department + "&sort=" + order)));
        lists.add(list("a category of %d products".formatted(GeneratedCatalogue.RARE_PRODUCTS), rarities()));
        lists.add(list("prices from 20 to 40", "minPrice=20&maxPrice=40"));
        lists.add(list("prices from 20 to 40 by priceUnit", "minPrice=20&maxPrice=40&sort=priceUnit"));
        lists.add(list("a department, prices to 40, by title", department + "&maxPrice=40&sort=productTitle"));
        lists.add(list("products in stock", "inStock=true"));
        lists.add(list("products that are sold out", "inStock=false"));
        Stream.of("headphones", "wireless headphones", "kestrowe", "sonqu", "headphnes")
                .forEach(text -> lists.add(list("search for '%s'".formatted(text), "q=" + encoded(text))));
        lists.add(list("search for 'wireless' by priceUnit", "q=wireless&sort=priceUnit"));
        lists.add(list("search for 'wireless' in a department", "q=wireless&" + department));
        return lists;
    }

    private String rarities() {
        return "categoryId=" + category(GeneratedCatalogue.RARITIES);
    }

    private static CatalogueList list(String what, String query) {
        return new CatalogueList(what, "/api/products?size=20&" + query);
    }

    private long category(String title) {
        for (var page = 0; page < 20; page++) {
            var answer = shop.send("GET", "/api/categories?size=100&page=" + page, "", null, Map.of());
            for (var category : answer.body().path("collection")) {
                if (category.path("categoryTitle").asString("").equals(title)
                        && category.path("parentCategory").path("categoryId").asLong(0) == 0) {
                    return category.path("categoryId").asLong();
                }
            }
        }
        throw new LauncherException("The generated catalogue has no category " + title);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

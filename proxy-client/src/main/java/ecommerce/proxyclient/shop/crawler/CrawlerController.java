package ecommerce.proxyclient.shop.crawler;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.page.PageProperties;
import ecommerce.proxyclient.page.Slugs;
import ecommerce.proxyclient.productclient.ProductClient;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.CollectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells search engines which pages there are. Each part of the sitemap lists one page of the catalogue's list, so that no
 * request reads many products. The parts have the newest products, as many as the list's page numbers reach.
 */
@RestController
@Hidden
class CrawlerController {

    /** The pages that are for one user, or without an end. */
    private static final List<String> CLOSED = List.of(
            "/api/",
            "/app/account",
            "/app/api/",
            "/app/cart",
            "/app/checkout",
            "/app/desk",
            "/app/favourites",
            "/app/orders",
            "/app/register",
            "/app/search",
            "/app/sign-in");

    /** product-service reads at most 100,000 products before a page. */
    private static final int MOST_PARTS = 1000;

    private static final CacheControl HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final ProductClient products;
    private final PageProperties page;

    CrawlerController(ProductClient products, PageProperties page) {
        this.products = products;
        this.page = page;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        var lines = new ArrayList<>(List.of("User-agent: *"));
        CLOSED.forEach(path -> lines.add("Disallow: " + path));
        lines.add("Sitemap: " + page.absolute("/sitemap.xml"));
        return answer(MediaType.TEXT_PLAIN, String.join("\n", lines) + "\n");
    }

    /** Returns the index of the sitemap's parts. */
    @GetMapping(path = "/sitemap.xml", params = "!part")
    ResponseEntity<String> index() {
        var parts = Math.clamp(newest(0).page().totalPages(), 1, MOST_PARTS);
        var addresses = IntStream.range(0, parts)
                .mapToObj(part -> page.absolute("/sitemap.xml?part=" + part))
                .toList();
        return answer(MediaType.APPLICATION_XML, Sitemap.index(addresses));
    }

    /** Returns a part of the sitemap. The first part also has the home page and the categories. */
    @GetMapping(path = "/sitemap.xml", params = "part")
    ResponseEntity<String> part(@RequestParam int part) {
        if (part < 0 || part >= MOST_PARTS) {
            throw Problem.notFound("part", part);
        }
        var paths = new ArrayList<String>();
        if (part == 0) {
            paths.add("/app/");
            for (var category : Listing.all(number -> products.categories(Listing.LARGEST, number))) {
                paths.add(Slugs.category(category.categoryId(), category.categoryTitle()));
            }
        }
        for (var product : newest(part).collection()) {
            paths.add(Slugs.product(product.productId(), product.productTitle()));
        }
        if (paths.isEmpty()) {
            throw Problem.notFound("part", part);
        }
        var addresses = paths.stream().map(page::absolute).toList();
        return answer(MediaType.APPLICATION_XML, Sitemap.pages(addresses));
    }

    /** There is one form of each file, so the header {@code Accept} doesn't matter. */
    private static ResponseEntity<String> answer(MediaType type, String content) {
        return ResponseEntity.ok().cacheControl(HOUR).contentType(type).body(content);
    }

    private Listing<ProductClient.Product> newest(int number) {
        var query = Map.of(
                "sort", List.of("createdAt,desc"),
                "size", List.of(Integer.toString(Listing.LARGEST)),
                "page", List.of(Integer.toString(number)));
        return products.products(CollectionUtils.toMultiValueMap(query));
    }
}

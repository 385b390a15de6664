package ecommerce.system.benchmark.catalogue;

import ecommerce.system.client.Account;
import ecommerce.system.client.Answer;
import ecommerce.system.client.ShopClient;
import ecommerce.system.process.LauncherException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Fills a shop with a generated catalogue, by imports through the gateway. */
final class CatalogueFill {

    /** Small enough for an import within the client's time limit, even if the shop is slow. */
    private static final int LINES = 2_500;

    private final ShopClient shop;
    private final Account staff;

    CatalogueFill(ShopClient shop) {
        this.shop = shop;
        this.staff = new Account(shop, "admin", "admin-password");
    }

    /**
     * Imports the first products of the catalogue. An import that isn't answered is repeated, because the same lines
     * change nothing.
     *
     * @throws LauncherException if an import fails or refuses a line
     */
    void fill(int products) {
        var catalogue = new GeneratedCatalogue();
        for (var done = 0; done < products; done += LINES) {
            var file = GeneratedCatalogue.HEADER + catalogue.next(Math.min(LINES, products - done));
            var answer = send(file);
            for (var attempt = 1; answer.isWorthAnotherTry() && attempt < 5; attempt++) {
                answer = send(file);
            }
            if (!answer.is(200) || answer.number("refused") > 0) {
                throw new LauncherException("An import of generated products failed: " + answer);
            }
        }
    }

    private Answer send(String file) {
        var answer = send(file, staff.token().isEmpty() ? staff.signIn() : staff.token());
        return answer.is(401) ? send(file, staff.signIn()) : answer;
    }

    private Answer send(String file, String token) {
        var content = file.getBytes(StandardCharsets.UTF_8);
        return shop.sendRaw("POST", "/api/products/import", token, content, Map.of("Content-Type", "text/csv"));
    }
}

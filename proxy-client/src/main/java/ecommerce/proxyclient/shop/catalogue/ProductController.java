package ecommerce.proxyclient.shop.catalogue;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.favouriteclient.FavouriteClient;
import ecommerce.proxyclient.page.PageProperties;
import ecommerce.proxyclient.page.Slugs;
import ecommerce.proxyclient.productclient.ProductClient;
import ecommerce.proxyclient.productclient.ProductClient.Product;
import ecommerce.proxyclient.session.BrowserSession;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.client.HttpClientErrorException.NotFound;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Shows a product with its description and with products that are like it. */
@Controller
class ProductController {

    private static final Logger log = LoggerFactory.getLogger(ProductController.class);

    private static final int RELATED = 4;

    private final ProductClient products;
    private final Categories categories;
    private final FavouriteClient favourites;
    private final DescriptionRenderer descriptions;
    private final PageProperties page;
    private final JsonMapper json;

    ProductController(
            ProductClient products,
            Categories categories,
            FavouriteClient favourites,
            DescriptionRenderer descriptions,
            PageProperties page,
            JsonMapper json) {
        this.products = products;
        this.categories = categories;
        this.favourites = favourites;
        this.descriptions = descriptions;
        this.page = page;
        this.json = json;
    }

    /** Shows a product. Another address with the same id leads to the product's own address. */
    @GetMapping("/app/p/{slug}")
    String product(
            @PathVariable String slug, @RequestAttribute(BrowserSession.NAME) BrowserSession session, Model model) {
        var product = find(slug);
        var path = Slugs.product(product.productId(), product.productTitle());
        if (!path.equals("/app/p/" + slug)) {
            return "redirect:" + path;
        }
        var description = descriptions.render(product.description());
        model.addAttribute("product", product);
        model.addAttribute("description", description);
        model.addAttribute("data", StructuredProduct.of(product, description, page, json));
        model.addAttribute("above", categories.tree().path(product.category().categoryId()));
        model.addAttribute("liked", session.user() == null ? Liked.UNKNOWN : liked(product.productId()));
        model.addAttribute("related", related(product.productId()));
        return "shop/catalogue/product";
    }

    private Product find(String slug) {
        try {
            return products.product(Slugs.id(slug).orElse(0));
        } catch (NotFound e) {
            throw Problem.notFound("product", slug);
        }
    }

    /** The product can be shown without it. */
    private Liked liked(long productId) {
        try {
            favourites.favourite(productId);
            return Liked.YES;
        } catch (NotFound e) {
            return Liked.NO;
        } catch (RestClientException | ErrorResponseException e) {
            log.warn(
                    "A product is shown without the favourite button: {}",
                    e.getClass().getSimpleName());
            return Liked.UNKNOWN;
        }
    }

    /** The product can be shown without them. */
    private List<Product> related(long productId) {
        try {
            return products.relatedProducts(productId, RELATED).collection();
        } catch (RestClientException e) {
            log.warn("A product is shown without related ones: {}", e.getClass().getSimpleName());
            return List.of();
        }
    }
}

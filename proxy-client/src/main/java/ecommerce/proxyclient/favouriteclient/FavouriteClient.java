package ecommerce.proxyclient.favouriteclient;

import ecommerce.proxyclient.listing.Listing;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Reads and changes what the signed-in user likes. */
@HttpExchange("/api")
public interface FavouriteClient {

    /** @param product absent if it is no longer for sale, or while product-service is unavailable */
    record Favourite(long productId, @Nullable Product product) {}

    record Product(String productTitle, @Nullable String imageUrl, BigDecimal priceUnit, int quantity) {}

    @GetExchange("/favourites?userId=me&sort=likeDate,desc")
    Listing<Favourite> favourites(@RequestParam int size, @RequestParam int page);

    @GetExchange("/favourites/{productId}")
    Favourite favourite(@PathVariable long productId);

    @PutExchange("/favourites/{productId}")
    void like(@PathVariable long productId);

    @DeleteExchange("/favourites/{productId}")
    void unlike(@PathVariable long productId);
}

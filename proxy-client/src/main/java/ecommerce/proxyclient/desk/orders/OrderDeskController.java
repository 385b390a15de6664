package ecommerce.proxyclient.desk.orders;

import ecommerce.proxyclient.orderclient.OrderSearchClient;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.PageProperties;
import ecommerce.proxyclient.page.Refusal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.ModelAndView;

/** Lists the orders of all customers for staff. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class OrderDeskController {

    private final OrderSearchClient orders;
    private final ProductFinder products;
    private final MessageSource messages;
    private final ZoneId zone;

    OrderDeskController(OrderSearchClient orders, ProductFinder products, MessageSource messages, PageProperties page) {
        this.orders = orders;
        this.products = products;
        this.messages = messages;
        this.zone = ZoneId.of(page.timeZone());
    }

    /** Lists orders, or leads to the order whose number is looked for, or asks which product is meant. */
    @GetMapping(OrderSearch.PATH)
    ModelAndView list(@ModelAttribute("search") OrderSearch search) {
        var number = search.orderNumber();
        if (number != null) {
            return new ModelAndView("redirect:" + OrderSearch.PATH + "/" + number);
        }
        var wrongDays = search.wrongDays();
        if (!wrongDays.isEmpty()) {
            var text = text("desk.orders.wrong-day");
            return refused(
                    search,
                    new FormErrors(wrongDays.stream().collect(Collectors.toMap(field -> field, field -> text)), ""));
        }
        try {
            return search.isProductKnown() ? listOrders(search) : chooseProduct(search);
        } catch (HttpClientErrorException.BadRequest e) {
            return refused(search, OrderSearch.errors(Refusal.of(e)));
        }
    }

    private ModelAndView listOrders(OrderSearch search) {
        var product = search.product();
        return show(search, FormErrors.NONE)
                .addObject("orders", orders.search(search.request(zone)))
                .addObject("products", product.isEmpty() ? List.of() : products.findSameSku(product));
    }

    private ModelAndView chooseProduct(OrderSearch search) {
        var found = products.find(search.product());
        return switch (found.size()) {
            case 0 -> refused(search, new FormErrors(Map.of("productId", text("desk.orders.no-product")), ""));
            case 1 ->
                new ModelAndView("redirect:"
                        + search.ofProduct(found.getFirst().productId()).at(0));
            default -> show(search, FormErrors.NONE).addObject("products", found);
        };
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static ModelAndView refused(OrderSearch search, FormErrors errors) {
        var view = show(search, errors);
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }

    private static ModelAndView show(OrderSearch search, FormErrors errors) {
        return new ModelAndView("desk/orders/orders")
                .addObject("search", search)
                .addObject("errors", errors);
    }
}

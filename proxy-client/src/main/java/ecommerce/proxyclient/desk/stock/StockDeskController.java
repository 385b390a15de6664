package ecommerce.proxyclient.desk.stock;

import ecommerce.proxyclient.productclient.StockClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the stock of a product with its ledger and its counts, and lists what needs staff's attention. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class StockDeskController {

    private final StockClient stock;
    private final StockTitles titles;

    StockDeskController(StockClient stock, StockTitles titles) {
        this.stock = stock;
        this.titles = titles;
    }

    @GetMapping("/app/desk/products/{productId}/stock")
    String ledger(@PathVariable long productId, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("stock", stock.level(productId));
        model.addAttribute("title", titles.of(productId));
        model.addAttribute("movements", stock.movements(productId, page));
        return "desk/stock/ledger";
    }

    @GetMapping("/app/desk/products/{productId}/stock/counts")
    String counts(@PathVariable long productId, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("productId", productId);
        model.addAttribute("title", titles.of(productId));
        model.addAttribute("counts", stock.counts(productId, page));
        return "desk/stock/counts";
    }

    @GetMapping("/app/desk/stock")
    String low(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("products", stock.low(page));
        return "desk/stock/low";
    }

    @GetMapping("/app/desk/stock/stranded")
    String stranded(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("products", stock.stranded(page));
        return "desk/stock/stranded";
    }
}

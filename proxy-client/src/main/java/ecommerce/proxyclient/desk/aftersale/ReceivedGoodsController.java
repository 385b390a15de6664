package ecommerce.proxyclient.desk.aftersale;

import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Returns delivered orders, or pieces of them, that have come back without a return request. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping("/app/desk/orders/{orderId}/return")
class ReceivedGoodsController {

    private final PiecesDesk desk;

    ReceivedGoodsController(PiecesDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/pieces")
    ModelAndView choose(@PathVariable long orderId, @RequestParam Map<String, String> fields) {
        return desk.choose(PiecesAction.RETURN, orderId, fields);
    }

    @GetMapping
    ModelAndView confirm(@PathVariable long orderId, @RequestParam Map<String, String> fields) {
        return desk.confirm(PiecesAction.RETURN, orderId, fields);
    }

    @PostMapping
    ModelAndView takeBack(@PathVariable long orderId, ServletWebRequest request) {
        return desk.change(PiecesAction.RETURN, orderId, request);
    }
}

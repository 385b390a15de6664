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

/** Requests returns for customers, who ask for them on the phone for example. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
@RequestMapping("/app/desk/orders/{orderId}/return-request")
class RequestedReturnController {

    private final PiecesDesk desk;

    RequestedReturnController(PiecesDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/pieces")
    ModelAndView choose(@PathVariable long orderId, @RequestParam Map<String, String> fields) {
        return desk.choose(PiecesAction.REQUEST_RETURN, orderId, fields);
    }

    @GetMapping
    ModelAndView confirm(@PathVariable long orderId, @RequestParam Map<String, String> fields) {
        return desk.confirm(PiecesAction.REQUEST_RETURN, orderId, fields);
    }

    @PostMapping
    ModelAndView request(@PathVariable long orderId, ServletWebRequest request) {
        return desk.change(PiecesAction.REQUEST_RETURN, orderId, request);
    }
}

package ecommerce.proxyclient.desk.returnrequests;

import ecommerce.proxyclient.orderclient.ReturnRequestClient;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.ModelAndView;

/** Lists the return requests of all customers for staff. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class ReturnRequestSearchController {

    private final ReturnRequestClient requests;

    ReturnRequestSearchController(ReturnRequestClient requests) {
        this.requests = requests;
    }

    @GetMapping(ReturnRequestSearch.PATH)
    ModelAndView list(@ModelAttribute("search") ReturnRequestSearch search) {
        try {
            var found = requests.search(search.statusOrDefault(), search.sortOrDefault(), search.pageOrDefault());
            return show(search, FormErrors.NONE).addObject("requests", found);
        } catch (HttpClientErrorException.BadRequest e) {
            var view = show(search, FormErrors.of(Refusal.of(e)));
            view.setStatus(HttpStatus.BAD_REQUEST);
            return view;
        }
    }

    private static ModelAndView show(ReturnRequestSearch search, FormErrors errors) {
        return new ModelAndView("desk/returnrequests/list")
                .addObject("search", search)
                .addObject("errors", errors);
    }
}

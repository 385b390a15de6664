package ecommerce.proxyclient.shop.account;

import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.page.FormErrors;
import ecommerce.proxyclient.page.Refusal;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.AccountClient;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.client.HttpClientErrorException;

/** Shows and changes the customer's addresses. */
@Controller
@SignedIn
class AddressController {

    private static final String LIST = "redirect:/app/account/addresses";

    private final AccountClient accounts;

    AddressController(AccountClient accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/app/account/addresses")
    String list(Model model) {
        return showList(AddressForm.EMPTY, FormErrors.NONE, model);
    }

    @PostMapping("/app/account/addresses")
    String add(
            @Valid @ModelAttribute("form") AddressForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(400);
            return showList(form, FormErrors.of(result), model);
        }
        try {
            accounts.addAddress(form.content());
        } catch (HttpClientErrorException.Conflict tooMany) {
            response.setStatus(tooMany.getStatusCode().value());
            return showList(form, FormErrors.of(Refusal.of(tooMany).detail()), model);
        }
        session.tell("address.saved");
        return LIST;
    }

    @GetMapping("/app/account/addresses/{addressId}")
    String address(@PathVariable long addressId, Model model) {
        return showOne(addressId, AddressForm.of(accounts.address(addressId)), FormErrors.NONE, model);
    }

    @PostMapping("/app/account/addresses/{addressId}")
    String change(
            @PathVariable long addressId,
            @Valid @ModelAttribute("form") AddressForm form,
            BindingResult result,
            @RequestAttribute(BrowserSession.NAME) BrowserSession session,
            HttpServletResponse response,
            Model model) {
        if (result.hasErrors()) {
            response.setStatus(400);
            return showOne(addressId, form, FormErrors.of(result), model);
        }
        accounts.changeAddress(addressId, form.content());
        session.tell("address.saved");
        return LIST;
    }

    @PostMapping("/app/account/addresses/{addressId}/delete")
    String delete(@PathVariable long addressId, @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        accounts.deleteAddress(addressId);
        session.tell("address.deleted");
        return LIST;
    }

    private String showList(AddressForm form, FormErrors errors, Model model) {
        model.addAttribute(
                "addresses", accounts.ownAddresses(Listing.LARGEST, 0).collection());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "shop/account/addresses";
    }

    private static String showOne(long addressId, AddressForm form, FormErrors errors, Model model) {
        model.addAttribute("addressId", addressId);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "shop/account/address";
    }
}

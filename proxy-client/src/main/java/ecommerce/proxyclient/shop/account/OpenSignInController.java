package ecommerce.proxyclient.shop.account;

import ecommerce.defaults.security.SignedIn;
import ecommerce.proxyclient.listing.Listing;
import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.userclient.SignInClient;
import ecommerce.proxyclient.userclient.SignInClient.OpenSignIn;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.client.HttpClientErrorException.NotFound;

/** Shows where the user is signed in, and ends sign-ins. */
@Controller
@SignedIn
class OpenSignInController {

    private static final String LIST = "redirect:/app/account/sign-ins";

    private final SignInClient signIns;

    OpenSignInController(SignInClient signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/app/account/sign-ins")
    String list(Model model) {
        model.addAttribute("signIns", all());
        return "shop/account/sign-ins";
    }

    @PostMapping("/app/account/sign-ins/{signInId}/end")
    String end(@PathVariable UUID signInId, @RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        end(signInId);
        session.tell("sign-ins.ended");
        return LIST;
    }

    /**
     * Ends all sign-ins but this one. Ends none if user-service doesn't mark this one, as for a token of the previous version.
     */
    @PostMapping("/app/account/sign-ins/end-others")
    String endOthers(@RequestAttribute(BrowserSession.NAME) BrowserSession session) {
        var open = all();
        if (open.stream().noneMatch(OpenSignIn::isCurrent)) {
            session.warn("sign-ins.unknown");
            return LIST;
        }
        open.stream().filter(signIn -> !signIn.isCurrent()).forEach(signIn -> end(signIn.signInId()));
        session.tell("sign-ins.others-ended");
        return LIST;
    }

    /** Does nothing if the sign-in has ended already. */
    private void end(UUID signInId) {
        try {
            signIns.end(signInId);
        } catch (NotFound ended) {
            // The sign-in has ended, as requested.
        }
    }

    private List<OpenSignIn> all() {
        return Listing.all(page -> signIns.signIns(Listing.LARGEST, page));
    }
}

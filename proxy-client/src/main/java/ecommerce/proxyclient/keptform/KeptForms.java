package ecommerce.proxyclient.keptform;

import ecommerce.proxyclient.session.BrowserSession;
import ecommerce.proxyclient.session.Sealer;
import ecommerce.proxyclient.session.SessionProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** Puts forms into the sign-in page, and takes them out again. */
@Component
public class KeptForms {

    /** The field of the page that has the form. */
    public static final String FIELD = "kept";

    /** An older form isn't sent any more. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** The characters of the longest kept form. With the other fields of its page, it fits into a request of 64 KB. */
    private static final int LONGEST = 60_000;

    private static final String CSRF = "_csrf";

    private final Sealer<KeptForm> sealer;

    KeptForms(SessionProperties properties, JsonMapper json) {
        this.sealer = new Sealer<>("shop_form", KeptForm.class, LIFETIME, properties, json);
    }

    /** Returns the encrypted form that the request has sent; empty if it is too long to be kept, some 44 KB. */
    public Optional<String> keep(HttpServletRequest request, BrowserSession session) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove(CSRF);
        var form = new KeptForm(session.requireUser().userId(), request.getRequestURI(), fields);
        return Optional.of(sealer.seal(form)).filter(text -> text.length() <= LONGEST);
    }

    /**
     * Returns a view that sends the form as the user who has signed in now. Empty if there is none, if it is another user's, or if
     * it is too old.
     */
    public Optional<View> carryOn(@Nullable String kept, BrowserSession session) {
        return Optional.ofNullable(kept)
                .map(sealer::open)
                .filter(form -> form.userId() == session.requireUser().userId())
                .map(KeptForms::view);
    }

    private static View view(KeptForm form) {
        return (model, request, response) ->
                request.getRequestDispatcher(form.action()).forward(new KeptFormRequest(request, form), response);
    }
}

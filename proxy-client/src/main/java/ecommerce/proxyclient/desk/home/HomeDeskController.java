package ecommerce.proxyclient.desk.home;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows staff what there is to do. */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class HomeDeskController {

    private final DeskHomeReader reader;

    HomeDeskController(DeskHomeReader reader) {
        this.reader = reader;
    }

    @GetMapping("/app/desk")
    String home(Model model) {
        model.addAttribute("home", reader.read());
        return "desk/home/home";
    }
}

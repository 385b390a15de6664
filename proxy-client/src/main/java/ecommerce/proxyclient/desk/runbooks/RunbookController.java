package ecommerce.proxyclient.desk.runbooks;

import gg.jte.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows staff {@code docs/runbooks.md}, which the build adds to the jar. Its headings have the anchors that the alert rules link
 * to.
 */
@Controller
@PreAuthorize("hasRole('ADMIN')")
class RunbookController {

    private final Content runbooks;

    RunbookController(@Value("classpath:/runbooks.md") Resource file) throws IOException {
        var document = Parser.builder().build().parse(file.getContentAsString(StandardCharsets.UTF_8));
        var html = HtmlRenderer.builder()
                .extensions(List.of(HeadingAnchorExtension.create()))
                .build()
                .render(document);
        this.runbooks = output -> output.writeContent(html);
    }

    @GetMapping("/app/desk/runbooks")
    String runbooks(Model model) {
        model.addAttribute("runbooks", runbooks);
        return "desk/runbooks/runbooks";
    }
}

package ecommerce.proxyclient.listing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Builds the addresses of pages that take parameters, such as those of a list or of a form that is filled in. */
public final class PageLink {

    private PageLink() {}

    /**
     * Returns an address with these parameters and the number of a page. Blanks around a value, parameters without a value, and
     * the number of the first page are left out.
     *
     * @param page the number of the page of a list, from 0
     */
    public static String of(String path, Map<String, String> parameters, int page) {
        var set = new LinkedHashMap<>(parameters);
        set.replaceAll((name, value) -> value.strip());
        set.values().removeIf(String::isEmpty);
        if (page > 0) {
            set.put("page", Integer.toString(page));
        }
        var variables = new LinkedMultiValueMap<String, String>();
        set.keySet().forEach(name -> variables.add(name, "{" + name + "}"));
        return UriComponentsBuilder.fromPath(path)
                .queryParams(variables)
                .encode()
                .buildAndExpand(set)
                .toUriString();
    }
}

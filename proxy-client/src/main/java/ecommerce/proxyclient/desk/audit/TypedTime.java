package ecommerce.proxyclient.desk.audit;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Converts times that a form of the browser sends, which have no time zone. */
final class TypedTime {

    private TypedTime() {}

    /** Returns the instant at this time in a zone, or the text itself if it has another form. The service checks it. */
    static String instant(String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant().toString();
        } catch (DateTimeException otherForm) {
            return typed;
        }
    }
}

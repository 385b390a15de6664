package ecommerce.proxyclient.shop.crawler;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/** Writes sitemaps (sitemaps.org). */
final class Sitemap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private Sitemap() {}

    /** Returns a sitemap of pages. */
    static String pages(List<String> addresses) {
        return write("urlset", "url", addresses);
    }

    /** Returns an index of sitemaps. */
    static String index(List<String> addresses) {
        return write("sitemapindex", "sitemap", addresses);
    }

    private static String write(String root, String entry, List<String> addresses) {
        var text = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            for (var address : addresses) {
                xml.writeStartElement(entry);
                xml.writeStartElement("loc");
                xml.writeCharacters(address);
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A sitemap can't be written", e);
        }
        return text.toString();
    }
}

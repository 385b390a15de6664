package ecommerce.system.benchmark.catalogue;

import java.util.Arrays;
import java.util.List;

/** The words of generated titles and categories. Brands and series are invented. */
final class Vocabulary {

    static final List<String> DEPARTMENTS =
            words("Electronics Kitchen Home Garden Outdoor Fashion Books Toys Sports Pets Beauty Office");
    static final List<String> GROUPS = words("basics favourites professional seasonal accessories");
    static final List<String> BRANDS = combine(
            "Son Kest Brisk Ox Tarn Hex Tap Vault Marl Fen Dun Orl Quil Rav Stav Thorn Ulm Ves Wend Yar",
            "quill rowe lund halm beck barrow wright mere ford stead");
    static final List<String> SERIES =
            combine("Rev Con Spri Lar Bel Ar Da Nom Cob Rum Pal Fla", "erie trol nt etto vedere a sh ad ble pus");
    static final List<String> QUALITIES = words("wireless portable compact folding lightweight heavy-duty rechargeable"
            + " waterproof adjustable classic premium organic ergonomic insulated stackable silent reusable travel");
    static final List<String> KINDS = words("headphone speaker laptop monitor keyboard mouse camera lens tripod kettle"
            + " toaster blender pan knife plate mug bowl glass lamp chair desk shelf sofa bed pillow duvet curtain rug"
            + " mirror drill hammer saw wrench ladder hose mower rake tent backpack bottle stove boot jacket shirt dress"
            + " hat scarf glove sock belt wallet watch ring necklace novel cookbook atlas puzzle doll train kite ball"
            + " racket bicycle helmet pump lock skateboard leash aquarium cage feeder shampoo soap cream perfume razor"
            + " toothbrush bandage thermometer crib stroller bib pen notebook stapler folder printer envelope tea");
    static final List<String> FEATURES =
            Arrays.asList(("with case|with carry handle|set of two|set of four|for children"
                            + "|with remote|200 ml|1 litre|30 cm|60 × 40 cm|16 GB RAM|512 GB|USB-C|IPX7|100 % cotton"
                            + "|stainless steel|with lid|90 W|2 m cable|machine washable")
                    .split("\\|"));
    static final List<String> COLOURS =
            words("graphite oat lime slate yellow white walnut black navy olive cherry sand silver charcoal teal rust");

    private Vocabulary() {}

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    private static List<String> combine(String beginnings, String ends) {
        return words(beginnings).stream()
                .flatMap(beginning -> words(ends).stream().map(end -> beginning + end))
                .toList();
    }
}

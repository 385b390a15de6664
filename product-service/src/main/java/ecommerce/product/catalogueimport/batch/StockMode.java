package ecommerce.product.catalogueimport.batch;

import ecommerce.defaults.problem.Problem;
import ecommerce.product.catalogueimport.file.CatalogueFile;
import ecommerce.product.catalogueimport.file.ImportColumn;
import ecommerce.product.catalogueimport.file.ImportLine;
import ecommerce.product.catalogueimport.file.RefusedLineException;
import ecommerce.product.stock.Stock;
import ecommerce.product.stock.StockAdjustments;
import org.jspecify.annotations.Nullable;

/** Determines how an import changes the stock of existing products. */
public enum StockMode {

    /** Adds the signed difference in {@code quantityChange}. A {@code quantity} is only compared with the stock. */
    BY_DIFFERENCE {
        @Override
        public void check(CatalogueFile file) {
            // This mode accepts every column.
        }

        @Override
        int wanted(ImportLine line, Stock stock) {
            return line.quantityChange() == null ? 0 : line.quantityChange();
        }

        @Override
        boolean moves(ImportLine line) {
            return line.quantityChange() != null && line.quantityChange() != 0;
        }
    },

    /**
     * Sets the sellable pieces to {@code quantity}; reserved pieces stay reserved. Pieces that were sold after the file
     * was written become sellable again.
     */
    REPLACE {
        @Override
        public void check(CatalogueFile file) {
            if (file.has(ImportColumn.QUANTITY_CHANGE)) {
                throw Problem.invalid(
                        "stock",
                        "With stock=replace the file must not have the column quantityChange."
                                + " Remove the column or the parameter.");
            }
            if (!file.has(ImportColumn.QUANTITY)) {
                throw Problem.invalid(
                        "stock",
                        "With stock=replace the file needs the column quantity."
                                + " Add the column or remove the parameter.");
            }
        }

        @Override
        int wanted(ImportLine line, Stock stock) {
            return line.quantity() == null ? 0 : line.quantity() - stock.sellable();
        }

        @Override
        boolean moves(ImportLine line) {
            return line.quantity() != null;
        }
    };

    /** Returns the mode for the parameter {@code stock}, which is absent or {@code replace}. */
    public static StockMode of(@Nullable String parameter) {
        if (parameter == null) {
            return BY_DIFFERENCE;
        }
        if (!parameter.equals("replace")) {
            throw Problem.invalid("stock", "must be replace or absent; found \"%s\"".formatted(parameter));
        }
        return REPLACE;
    }

    /** Fails with 400 if the columns of the file don't fit this mode. */
    public abstract void check(CatalogueFile file);

    /** Tells whether the line may move stock, so that its stock must be locked first. */
    abstract boolean moves(ImportLine line);

    abstract int wanted(ImportLine line, Stock stock);

    /**
     * Returns the pieces to add to the stock. Refuses the line if it would remove reserved pieces or more than there
     * are.
     */
    int delta(ImportLine line, Stock stock) throws RefusedLineException {
        var delta = wanted(line, stock);
        var sellable = (long) stock.sellable() + delta;
        if (sellable < 0) {
            throw line.refused("quantityChange is %d, but only %d pieces can be removed: %d in stock, %d reserved"
                    .formatted(delta, stock.sellable(), stock.onHand(), stock.reserved()));
        }
        if (stock.onHand() + (long) delta > StockAdjustments.MAXIMUM) {
            throw line.refused("the stock would exceed %d pieces".formatted(StockAdjustments.MAXIMUM));
        }
        return delta;
    }
}

package ecommerce.product.stock.transfer;

import ecommerce.defaults.idempotency.IdempotentRequests.Created;
import ecommerce.defaults.problem.Problem;
import ecommerce.product.stock.Stock;
import ecommerce.product.stock.StockAdjustments;
import ecommerce.product.stock.StockAdjustments.Movement;
import ecommerce.product.stock.StockReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves pieces of a deleted product to another product. Enters both movements in one transaction. */
@Service
@Transactional
class StockTransfers {

    /** The movements of both products. */
    record TransferResponse(
            long fromProductId, long fromMovementId, long toProductId, long toMovementId, int quantity) {}

    private final StockAdjustments stock;
    private final JdbcClient jdbc;

    StockTransfers(StockAdjustments stock, JdbcClient jdbc) {
        this.stock = stock;
        this.jdbc = jdbc;
    }

    /**
     * Transfers pieces. Fails with 409 if the source product isn't deleted, if the target product is deleted, or if too
     * few pieces are sellable.
     */
    Created<TransferResponse> transfer(long fromProductId, TransferRequest request, String by) {
        long toProductId = request.toProductId();
        var lower = lock(Math.min(fromProductId, toProductId));
        var upper = lock(Math.max(fromProductId, toProductId));
        var from = fromProductId < toProductId ? lower : upper;
        var to = fromProductId < toProductId ? upper : lower;
        if (!isDeleted(fromProductId)) {
            throw Problem.conflict(
                    "Product %d isn't deleted. Enter a movement for each product instead".formatted(fromProductId));
        }
        if (isDeleted(toProductId)) {
            throw Problem.conflict("Product %d is deleted. Choose another product".formatted(toProductId));
        }
        var note = request.note();
        var out = stock.move(from, new Movement(fromProductId, -request.quantity(), StockReason.TRANSFERRED, note, by));
        var in = stock.move(to, new Movement(toProductId, request.quantity(), StockReason.TRANSFERRED, note, by));
        return new Created<>(
                "/api/products/%d/stock/movements/%d".formatted(toProductId, in),
                new TransferResponse(fromProductId, out, toProductId, in, request.quantity()));
    }

    /** Locks the stock of a product. A deletion takes this lock first, so the product can't be deleted concurrently. */
    private Stock lock(long productId) {
        return stock.lock(productId).orElseThrow(() -> Problem.notFound("product", productId));
    }

    private boolean isDeleted(long productId) {
        return jdbc.sql("SELECT deleted_at IS NOT NULL FROM product WHERE product_id = ?")
                .param(productId)
                .query(Boolean.class)
                .single();
    }
}

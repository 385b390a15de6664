package ecommerce.order.checkout;

import ecommerce.order.checkout.StepOutcome.Done;
import ecommerce.order.checkout.StepOutcome.Refused;
import ecommerce.order.checkout.StepOutcome.Stuck;
import ecommerce.order.order.OrderStatus;
import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.productclient.ProductClient;
import ecommerce.order.productclient.ProductClient.Shortages;
import ecommerce.order.shippingclient.ShippingClient;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.Conflict;

/**
 * What each step asks of another service. Every request may be repeated. An exception means that nobody knows whether it
 * was done, so it will be.
 */
@Component
class CheckoutSteps {

    private final ProductClient products;
    private final PaymentClient payments;
    private final ShippingClient shippings;

    CheckoutSteps(ProductClient products, PaymentClient payments, ShippingClient shippings) {
        this.products = products;
        this.payments = payments;
        this.shippings = shippings;
    }

    StepOutcome perform(CheckoutWork work) {
        var orderId = work.orderId();
        return switch (work.position()) {
            case RESERVE_STOCK -> reserveStock(work);
            case AUTHORISE_PAYMENT -> work.isFree() ? new Done() : authorisePayment(work);
            case CREATE_SHIPMENT -> createShipment(work);
            case COMMIT_STOCK -> commitStock(orderId);
            case CAPTURE_PAYMENT -> work.isFree() ? new Done() : capturePayment(orderId);
            case RELEASE_SHIPMENT -> done(() -> shippings.release(orderId));
            case CANCEL_SHIPMENT -> cancelShipment(work);
            case REVERSE_PAYMENT -> reversePayment(work);
            case RETURN_STOCK -> done(() -> products.giveBack(orderId));
            case DONE -> new Done();
        };
    }

    private StepOutcome reserveStock(CheckoutWork work) {
        var items = work.lines().entrySet().stream()
                .map(line -> new ProductClient.Item(line.getKey(), line.getValue().orderedQuantity()))
                .toList();
        try {
            return done(() -> products.reserve(work.orderId(), new ProductClient.Items(items)));
        } catch (Conflict e) {
            return new Refused(shortage(work, e));
        }
    }

    private static String shortage(CheckoutWork work, Conflict conflict) {
        var body = conflict.getResponseBodyAs(Shortages.class);
        var shortages = body == null || body.shortages() == null ? List.<ProductClient.Shortage>of() : body.shortages();
        if (shortages.isEmpty()) {
            return "The stock could not be reserved";
        }
        var titles = shortages.stream()
                .map(shortage -> work.lines().get(shortage.productId()))
                .filter(Objects::nonNull)
                .map(line -> line.productTitle())
                .collect(Collectors.joining(", "));
        return cut("Out of stock: " + titles);
    }

    private StepOutcome authorisePayment(CheckoutWork work) {
        var token = Objects.requireNonNull(work.paymentToken(), "kept until the payment is decided");
        var payment = payments.authorise(
                work.orderId(), new PaymentClient.Authorisation(work.userId(), work.fee(), token));
        return switch (payment.paymentStatus()) {
            case "AUTHORISED", "CAPTURED", "REFUNDED" -> new Done();
            case "DECLINED" ->
                new Refused(cut("Payment declined: " + Objects.requireNonNullElse(payment.declineReason(), "no reason")));
            case "VOIDED" -> new Refused("The payment was given up");
            default -> throw new IllegalStateException("The payment is " + payment.paymentStatus());
        };
    }

    private StepOutcome createShipment(CheckoutWork work) {
        var address = work.address();
        var items = work.lines().entrySet().stream()
                .map(line -> new ShippingClient.Item(line.getKey(), line.getValue().orderedQuantity()))
                .toList();
        var shipment = new ShippingClient.Shipment(
                work.userId(),
                new ShippingClient.Address(address.fullAddress(), address.postalCode(), address.city()),
                items);
        try {
            return done(() -> shippings.create(work.orderId(), shipment));
        } catch (Conflict e) {
            return new Refused("The shipment was cancelled");
        }
    }

    private StepOutcome commitStock(long orderId) {
        try {
            return done(() -> products.commit(orderId));
        } catch (Conflict e) {
            return new Refused("The reservation of the stock has ended");
        }
    }

    private StepOutcome capturePayment(long orderId) {
        try {
            return done(() -> payments.capture(orderId));
        } catch (Conflict e) {
            if (isFinal(e)) {
                return new Refused("The payment could not be taken");
            }
            throw e;
        }
    }

    /** A cancelled order's goods may have left meanwhile; those of an order that was never confirmed can't have. */
    private StepOutcome cancelShipment(CheckoutWork work) {
        try {
            return done(() -> shippings.cancel(work.orderId()));
        } catch (Conflict e) {
            if (work.goal() == OrderStatus.CANCELLED) {
                return new Refused("The goods have left already");
            }
            throw e;
        }
    }

    private StepOutcome reversePayment(CheckoutWork work) {
        var reason = Objects.requireNonNullElse(work.reason(), "The order was " + work.goal().name().toLowerCase(Locale.ROOT));
        try {
            return done(() -> payments.reverse(work.orderId(), new PaymentClient.Reversal(reason)));
        } catch (Conflict e) {
            if (isFinal(e)) {
                return new Stuck("The payment provider refuses the refund");
            }
            throw e;
        }
    }

    /** Whether payment-service says what the payment is; without, it asks to be called again. */
    private static boolean isFinal(Conflict conflict) {
        var body = conflict.getResponseBodyAs(PaymentClient.Refusal.class);
        return body != null && body.paymentStatus() != null;
    }

    private static StepOutcome done(Runnable call) {
        call.run();
        return new Done();
    }

    private static String cut(String reason) {
        return reason.length() <= 255 ? reason : reason.substring(0, 254) + "…";
    }
}

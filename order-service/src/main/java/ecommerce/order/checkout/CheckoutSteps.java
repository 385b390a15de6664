package ecommerce.order.checkout;

import ecommerce.order.checkout.StepOutcome.Done;
import ecommerce.order.checkout.StepOutcome.Refused;
import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.productclient.ProductClient;
import ecommerce.order.productclient.ProductClient.Shortages;
import ecommerce.order.shippingclient.ShippingClient;
import java.util.List;
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

    StepOutcome perform(CheckoutPosition position, CheckoutWork work) {
        var orderId = work.orderId();
        return switch (position) {
            case RESERVE_STOCK -> reserveStock(work);
            case AUTHORISE_PAYMENT -> authorisePayment(work);
            case CREATE_SHIPMENT -> createShipment(work);
            case COMMIT_STOCK -> commitStock(orderId);
            case CAPTURE_PAYMENT -> done(() -> payments.capture(orderId));
            case RELEASE_SHIPMENT -> done(() -> shippings.release(orderId));
            case CANCEL_SHIPMENT -> done(() -> shippings.cancel(orderId));
            case VOID_PAYMENT -> done(() -> payments.voidPayment(orderId));
            case RELEASE_STOCK -> done(() -> products.release(orderId));
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
            case "AUTHORISED", "CAPTURED" -> new Done();
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

    private static StepOutcome done(Runnable call) {
        call.run();
        return new Done();
    }

    private static String cut(String reason) {
        return reason.length() <= 255 ? reason : reason.substring(0, 254) + "…";
    }
}

package ecommerce.order.checkout;

/** Thrown when a cart was changed after its prices were read. The caller reads them again. */
class CartChangedException extends RuntimeException {}

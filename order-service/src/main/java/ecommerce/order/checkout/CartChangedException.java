package ecommerce.order.checkout;

/** A cart was changed after its prices were read. They are read again. */
class CartChangedException extends RuntimeException {}

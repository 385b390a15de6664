package ecommerce.defaults.startup;

/** Thrown if somebody could guess a secret. */
class WeakSecretException extends RuntimeException {

    private final String name;
    private final String weakness;

    WeakSecretException(String name, String weakness) {
        super("The secret %s %s".formatted(name, weakness));
        this.name = name;
        this.weakness = weakness;
    }

    String name() {
        return name;
    }

    String weakness() {
        return weakness;
    }
}

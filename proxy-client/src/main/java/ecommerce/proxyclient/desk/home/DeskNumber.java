package ecommerce.proxyclient.desk.home;

import org.jspecify.annotations.Nullable;

/**
 * A number on the desk's home, with the list that it counts.
 *
 * @param name the last part of the key of its text
 * @param count absent while its service is unavailable
 * @param address the address of the list
 */
public record DeskNumber(String name, @Nullable Long count, String address) {}

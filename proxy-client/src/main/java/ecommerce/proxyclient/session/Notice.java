package ecommerce.proxyclient.session;

import java.util.List;

/**
 * A message that the next page shows once.
 *
 * @param key the key of the text in the message files
 * @param isError whether something went wrong
 */
public record Notice(String key, List<String> arguments, boolean isError) {}

/**
 * User names and email addresses as identifiers. Two spellings that look alike or differ in case identify the same
 * account. docs/accounts.md states the rules.
 */
@NullMarked
package ecommerce.user.name;

import org.jspecify.annotations.NullMarked;

package ecommerce.user.password;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Requires 12 to 128 characters and refuses common passwords. There are no rules about kinds of characters (NIST SP
 * 800-63B). Passwords from before these rules still sign in.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NewPassword.Validator.class)
public @interface NewPassword {

    String message() default "must have 12 to 128 characters";

    String common() default "is one of the most common passwords; choose another one";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<NewPassword, String> {

        private static final int SHORTEST = 12;
        private static final int LONGEST = 128;

        private String common = "";

        @Override
        public void initialize(NewPassword annotation) {
            common = annotation.common();
        }

        @Override
        public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
            if (password == null) {
                return true;
            }
            var length = password.codePointCount(0, password.length());
            if (length < SHORTEST || length > LONGEST) {
                return false;
            }
            if (CommonPasswords.contain(password)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(common).addConstraintViolation();
                return false;
            }
            return true;
        }
    }
}

package dev.dateline.explorer;

import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.Range;
import org.springframework.core.MethodParameter;

/** Says what a query parameter must be, as the method that takes it declares it. */
final class ParameterRule {

    private ParameterRule() {}

    /** One sentence: "limit must be a whole number from 1 to 1000". */
    static String of(MethodParameter parameter) {
        return parameter.getParameter().getName() + " must " + predicate(parameter);
    }

    private static String predicate(MethodParameter parameter) {
        Range range = parameter.getParameterAnnotation(Range.class);
        if (range != null) {
            return "be a whole number from %d to %d".formatted(range.min(), range.max());
        }
        Size size = parameter.getParameterAnnotation(Size.class);
        if (size != null && Collection.class.isAssignableFrom(parameter.getParameterType())) {
            return "be given %d to %d times".formatted(size.min(), size.max());
        }
        if (size != null) {
            return "have %d to %d characters".formatted(size.min(), size.max());
        }
        Object[] constants = parameter.getParameterType().getEnumConstants();
        return constants == null
                ? "be valid"
                : "be one of " + Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
    }
}

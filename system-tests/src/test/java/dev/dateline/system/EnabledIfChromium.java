package dev.dateline.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs where a Chromium is; elsewhere the build says in one line what it left out. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledIfChromium.Condition.class)
@interface EnabledIfChromium {

    /** Says so itself: Surefire reports a skipped class without its reason. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.path().isPresent()) {
                return ConditionEvaluationResult.enabled("a Chromium is there");
            }
            System.out.println("left out: browser tests (no Chromium: the PATH has none of " + Chromium.NAMES + ")");
            return ConditionEvaluationResult.disabled("no Chromium");
        }
    }
}

package openset.browsing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests of this class drive a browser. Where there is none they are skipped and say how to get it;
 * in CI (environment variable {@code CI}) they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InBrowser.Found.class)
@Timeout(180)
public @interface InBrowser {
  /** Whether there is a browser. */
  final class Found implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Chromium.path().isPresent() || System.getenv("CI") != null) {
        return ConditionEvaluationResult.enabled("a browser is there");
      }
      return ConditionEvaluationResult.disabled(Chromium.HOW_TO_GET_IT);
    }
  }
}

package openset.conduct;

import java.util.List;

/** All that a step returns: where the conversation stands next, and what the world must do. */
public record Step<S>(S next, List<Effect> effects) {
  /** A step to {@code next}. */
  public static <S> Step<S> to(S next, Effect... effects) {
    return new Step<>(next, List.of(effects));
  }
}

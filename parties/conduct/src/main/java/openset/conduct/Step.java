package openset.conduct;

import java.util.List;
import java.util.stream.Stream;

/** All that a step returns: where the conversation stands next, and what the world must do. */
public record Step<S>(S next, List<Effect> effects) {
  /** A step to {@code next}. */
  public static <S> Step<S> to(S next, Effect... effects) {
    return new Step<>(next, List.of(effects));
  }

  /** The same, and the world must do this too. */
  public Step<S> and(Effect effect) {
    return new Step<>(next, Stream.concat(effects.stream(), Stream.of(effect)).toList());
  }
}

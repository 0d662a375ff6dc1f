package openset.store.delivery;

import openset.store.Effect;

/** Does what one effect says. Called on a virtual thread, outside any transaction. */
@FunctionalInterface
public interface Performer {
  /**
   * Tries once. The same effect may come again after a crash, so what it does is idempotent for
   * whoever it reaches. Throwing counts as {@code AGAIN}.
   */
  Outcome perform(Effect.Claimed claimed) throws Exception;

  /** What came of the attempt. */
  enum Outcome {
    /** Done: the performer has marked the effect done in the transaction that stored the result. */
    DONE,
    /** Not done: it is to be tried again, later each time. */
    AGAIN
  }
}

package openset.conduct;

/**
 * Hears what a party refused and by which rule, by an Error or within an answer. Called where the
 * request is answered: be quick.
 */
@FunctionalInterface
public interface Refusals {
  /** Tells nobody. */
  Refusals NONE = refusal -> {};

  /** Something was refused; what follows from it is stored. */
  void refused(Effect.Refusal refusal);
}

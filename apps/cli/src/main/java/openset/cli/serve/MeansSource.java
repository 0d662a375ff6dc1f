package openset.cli.serve;

import java.util.function.Supplier;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;

/**
 * The means of each step of a participant that speaks SET: the present, and what it trusts and
 * holds now.
 */
record MeansSource(Ground ground, TrustKeeper trust, Keyring keys) implements Supplier<Means> {
  /** Told to peers as SWIdent. */
  static final String SOFTWARE = "OpenSET/0.1";

  static final Policy POLICY = Policy.standard(SOFTWARE);

  @Override
  public Means get() {
    return new Means(
        ground.clock().instant(), ground.randomness(), trust.trust(), keys, POLICY);
  }
}

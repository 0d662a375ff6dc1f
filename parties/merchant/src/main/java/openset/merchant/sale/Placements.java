package openset.merchant.sale;

import java.util.ArrayList;
import java.util.List;

/** What a step learnt of places in batches: written with its new state, or not at all. */
public final class Placements {
  private final List<Placement> all = new ArrayList<>();

  /** The gateway told this place. */
  void learn(Placement placement) {
    all.add(placement);
  }

  /** What was learnt, in order. */
  public List<Placement> all() {
    return List.copyOf(all);
  }
}

package openset.privacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openset.privacy.promise.Sight;
import openset.privacy.promise.Thing;

/** What was found at one participant: the most of each thing, and every breach by its place. */
final class Tally {
  /** So many places are named; more would not tell more. */
  private static final int BREACHES_MOST = 50;

  private final Map<Thing, Sight> sights = new EnumMap<>(Thing.class);
  private final List<Finding> breaches = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  void add(Finding finding) {
    sights.merge(finding.thing(), finding.sight(), (a, b) -> a.exceeds(b) ? a : b);
    if (!finding.isBreach() || breaches.size() == BREACHES_MOST) return;
    if (known.add(finding.thing() + " " + finding.place().words())) breaches.add(finding);
  }

  Map<Thing, Sight> sights() {
    return sights;
  }

  List<Finding> breaches() {
    return breaches;
  }
}

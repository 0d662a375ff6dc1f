package openset.conduct;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may come next in each state of a conversation: who may do what, and where that leads, in
 * words for people. Held to the sealed type of the states: none is forgotten, none is invented.
 *
 * @param of the sealed type of the states
 * @param byState the moves of each state, in the order of the states; empty where it is the end
 */
public record Moves<S>(Class<S> of, Map<Class<? extends S>, List<Move<S>>> byState) {
  /**
   * One move.
   *
   * @param who may make it
   * @param english what it is, as a clause without full stop
   * @param chinese the same
   * @param leadsTo the states it may lead to
   */
  public record Move<S>(
      Who who, String english, String chinese, List<Class<? extends S>> leadsTo) {
    /** Copies the list. */
    public Move {
      leadsTo = List.copyOf(leadsTo);
    }
  }

  /** Who makes a move. */
  public enum Who {
    cardholder("the cardholder", "持卡人"),
    merchant("the merchant", "商家"),
    shop("the merchant's system", "商家系统（自动）"),
    gateway("the gateway", "网关"),
    bank("the acquirer", "收单行");

    private final String english;
    private final String chinese;

    Who(String english, String chinese) {
      this.english = english;
      this.chinese = chinese;
    }

    /** In English. */
    public String english() {
      return english;
    }

    /** In Chinese. */
    public String chinese() {
      return chinese;
    }
  }

  /** Checks that each state has its moves and each move leads to states. */
  public Moves {
    byState = new LinkedHashMap<>(byState);
    Set<Class<?>> states = Set.of(of.getPermittedSubclasses());
    Set<Class<?>> known = new HashSet<>(byState.keySet());
    byState.values().stream()
        .flatMap(List::stream)
        .forEach(move -> known.addAll(move.leadsTo()));
    if (!states.equals(known) || !states.equals(byState.keySet())) {
      throw new IllegalArgumentException("these are not the moves of " + of.getSimpleName());
    }
  }

  /** What may come next in this state. */
  public List<Move<S>> from(S state) {
    return byState.get(state.getClass());
  }
}

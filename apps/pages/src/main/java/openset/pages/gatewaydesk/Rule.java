package openset.pages.gatewaydesk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.pages.Words;

/**
 * A rule of the specification that a message may break.
 *
 * @param id as it stands in {@code spec/}
 * @param page its page of {@code spec/}
 * @param words what was wrong, when it was broken
 */
public record Rule(String id, String page, Words words) {
  private static final Map<String, Rule> ALL =
      Stream.of(PaymentRules.ALL, BackRules.ALL, HouseRules.ALL)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));

  /** All by which a gateway refuses. */
  public static Collection<Rule> all() {
    return ALL.values();
  }

  /** The rule of this name, where a gateway refuses by it. */
  public static Optional<Rule> named(String id) {
    return Optional.ofNullable(ALL.get(id));
  }

  /** What was wrong; the name alone where nothing more is known. */
  static Words words(String id) {
    return named(id).map(Rule::words).orElse(Words.same(id));
  }
}

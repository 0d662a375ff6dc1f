package openset.gateway.authorization;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.conduct.Effect;
import openset.conduct.Step;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.treatment.gateway.ProcessAuthToken;

/**
 * One purchase at the gateway: its authorizations, the oldest first. Kept as DER, sealed.
 *
 * <pre>
 * Purchase ::= SEQUENCE {
 *   authorizations   SEQUENCE OF Authorization,
 *   several          [0] Several OPTIONAL }
 * </pre>
 *
 * @param authorizations each with its captures and reversals; none where none was asked for yet
 * @param several where this is no purchase but a request about several, which has none of its own
 */
public record Purchase(List<Authorization> authorizations, Optional<Several> several) {
  static final Purchase NOTHING = new Purchase(List.of());

  static final Tagged<Purchase> TYPE =
      Sequence.sequence(
          "Purchase",
          field(
              "authorizations",
              Repeated.sequenceOf(Authorization.TYPE, 0),
              Purchase::authorizations),
          optional("several", Several.TYPE.implicit(0), Purchase::several),
          Purchase::new);

  Purchase(List<Authorization> authorizations) {
    this(authorizations, Optional.empty());
  }

  static Purchase of(Several several) {
    return new Purchase(List.of(), Optional.of(several));
  }

  /** A purchase of copies. */
  public Purchase {
    authorizations = List.copyOf(authorizations);
  }

  /** The latest authorization. */
  public Optional<Authorization> last() {
    return authorizations.isEmpty()
        ? Optional.empty()
        : Optional.of(authorizations.getLast());
  }

  boolean isAsking() {
    return last().filter(Authorization.Asking.class::isInstance).isPresent();
  }

  /** Which authorization was asked for under this RRPID and is approved still. */
  OptionalInt approved(RRPID authRRPID) {
    return place(
        a ->
            a instanceof Authorization.Approved approved
                && approved.approval().authRRPID().equals(authRRPID));
  }

  private OptionalInt place(Predicate<Authorization> which) {
    for (int i = 0; i < authorizations.size(); i++) {
      if (which.test(authorizations.get(i))) return OptionalInt.of(i);
    }
    return OptionalInt.empty();
  }

  Authorization at(int place) {
    return authorizations.get(place);
  }

  /** What a further authorization continues; empty where nothing was ever approved. */
  Optional<ProcessAuthToken.Chain> chain(Instant now) {
    Optional<ProcessAuthToken.Chain> chain = Optional.empty();
    int count = 0;
    Optional<CurrencyAmount> total = Optional.empty();
    for (Authorization authorization : authorizations) {
      Optional<Authorization.Given> given = Authorization.given(authorization, now);
      if (given.isEmpty()) continue;
      CurrencyAmount used = given.get().used();
      // What was given back whole, or is over and was not captured, is as if it had not been.
      if (used.isPositive()) count++;
      CurrencyAmount all = total.map(before -> before.plus(used)).orElse(used);
      total = Optional.of(all);
      chain =
          Optional.of(
              new ProcessAuthToken.Chain(
                  given.get().authRRPID(), given.get().at(), count, all));
    }
    return chain;
  }

  /** The step of a new authorization, as one of the purchase. */
  Step<Purchase> begin(Step<Authorization> step) {
    List<Authorization> all = new ArrayList<>(authorizations);
    all.add(step.next());
    return within(all, all.size() - 1, step.effects());
  }

  /** The step of the authorization at a place, as one of the purchase. */
  Step<Purchase> at(int place, Step<Authorization> step) {
    List<Authorization> all = new ArrayList<>(authorizations);
    all.set(place, step.next());
    return within(all, place, step.effects());
  }

  private static Step<Purchase> within(
      List<Authorization> all, int place, List<Effect> effects) {
    List<Effect> named =
        effects.stream()
            .map(
                effect ->
                    switch (effect) {
                      case Effect.AskHost(var name, var host, var request) ->
                          new Effect.AskHost(new Ask(name, place).name(), host, request);
                      case Effect.GiveUp(var name) ->
                          new Effect.GiveUp(new Ask(name, place).name());
                      default -> effect;
                    })
            .toList();
    return new Step<>(new Purchase(all), named);
  }

  /**
   * A question to the acquirer within a purchase.
   *
   * @param message its message type
   * @param place of the authorization that it is about
   */
  record Ask(String message, int place) {
    private static final char BETWEEN = '/';

    static Ask of(String name) {
      int at = name.indexOf(BETWEEN);
      return at < 0
          ? new Ask(name, 0)
          : new Ask(name.substring(0, at), Integer.parseInt(name.substring(at + 1)));
    }

    /** The first authorization's questions are named by their message alone. */
    String name() {
      return place == 0 ? message : message + BETWEEN + place;
    }
  }
}

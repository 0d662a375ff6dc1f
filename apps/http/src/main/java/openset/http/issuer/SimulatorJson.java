package openset.http.issuer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ResponseCode;
import openset.issuer.card.AccountId;
import openset.issuer.simulator.Fault.Effect;
import openset.issuer.simulator.Simulation;

/** The simulator as JSON. Amounts are minor units. */
public final class SimulatorJson {
  private SimulatorJson() {}

  /**
   * What shall go wrong.
   *
   * @param accountId only with cards of this account
   * @param amountMinor only with purchases of this amount
   * @param effect DECLINE, DELAY, DROP, DUPLICATE or EXPIRE
   * @param response of DECLINE: element 39
   * @param delayMillis of DELAY and EXPIRE, up to 60000
   * @param times how often, once if absent
   */
  public record Fault(
      Optional<String> accountId,
      Optional<Long> amountMinor,
      String effect,
      Optional<String> response,
      Optional<Long> delayMillis,
      Optional<Integer> times) {
    openset.issuer.simulator.Fault toFault() {
      return new openset.issuer.simulator.Fault(
          accountId.map(AccountId::of),
          amountMinor.map(OptionalLong::of).orElse(OptionalLong.empty()),
          toEffect(),
          times.orElse(1));
    }

    private Effect toEffect() {
      return switch (effect) {
        case "DECLINE" ->
            new Effect.Decline(
                response
                    .flatMap(ResponseCode::of)
                    .orElseThrow(() -> new IllegalArgumentException("no such response")));
        case "DELAY" -> new Effect.Delay(Duration.ofMillis(delayMillis.orElse(0L)));
        case "EXPIRE" -> new Effect.Expire(Duration.ofMillis(delayMillis.orElse(0L)));
        case "DROP" -> new Effect.Drop();
        case "DUPLICATE" -> new Effect.Duplicate();
        default -> throw new IllegalArgumentException("no such effect");
      };
    }

    static Fault of(openset.issuer.simulator.Fault fault) {
      Effect effect = fault.effect();
      return new Fault(
          fault.account().map(AccountId::toString),
          fault.minor().isPresent() ? Optional.of(fault.minor().getAsLong()) : Optional.empty(),
          name(effect),
          effect instanceof Effect.Decline(ResponseCode code)
              ? Optional.of(code.wire())
              : Optional.empty(),
          time(effect).map(Duration::toMillis),
          Optional.of(fault.times()));
    }

    private static Optional<Duration> time(Effect effect) {
      return switch (effect) {
        case Effect.Delay(Duration time) -> Optional.of(time);
        case Effect.Expire(Duration time) -> Optional.of(time);
        case Effect.Decline _, Effect.Drop _, Effect.Duplicate _ -> Optional.empty();
      };
    }

    private static String name(Effect effect) {
      return switch (effect) {
        case Effect.Decline decline -> "DECLINE";
        case Effect.Delay delay -> "DELAY";
        case Effect.Expire expire -> "EXPIRE";
        case Effect.Drop drop -> "DROP";
        case Effect.Duplicate duplicate -> "DUPLICATE";
      };
    }
  }

  /** What is still to go wrong. */
  public record Faults(List<Fault> faults) {}

  /** A purchase that no acquirer sends; merchant is element 42, category element 18. */
  public record Bought(
      String accountId, int currency, long amountMinor, String merchant, String category) {
    Simulation.Bought toBought() {
      boolean sound =
          amountMinor > 0
              && amountMinor <= 999_999_999_999L
              && merchant.matches("[ -~]{1,15}")
              && category.matches("[0-9]{4}")
              && currency >= 0
              && currency <= 999;
      if (!sound) throw new IllegalArgumentException("a purchase out of bounds");
      return new Simulation.Bought(
          AccountId.of(accountId), new Amount(amountMinor, currency), merchant, category);
    }
  }

  /** What came of it; key names the authorization from now on. */
  public record Told(String key, String response, String approval) {}

  /** What is to be cleared or returned of an authorization. */
  public record Part(long amountMinor) {}

  /** Element 39. */
  public record Response(String response) {}
}

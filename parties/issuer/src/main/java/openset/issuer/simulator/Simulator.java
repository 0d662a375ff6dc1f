package openset.issuer.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ResponseCode;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardNumber;
import openset.issuer.decision.Forced;
import openset.issuer.decision.Objection;
import openset.issuer.desk.Means;
import openset.issuer.simulator.Fault.Effect;
import openset.issuer.store.Card;
import openset.issuer.store.CardKey;
import openset.issuer.store.Cards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes go wrong what it is told to: with decisions, and with their answers on the link. */
public final class Simulator implements Forced {
  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
  private static final int PAN = 2;
  private static final int AMOUNT = 4;
  private static final List<Mti> ASKED =
      List.of(Mti.AUTHORIZATION, Mti.FINANCIAL, Mti.AUTHORIZATION_ADVICE);

  private final Means means;
  private final Faults faults = new Faults();

  /** A simulator without faults. */
  public Simulator(Means means) {
    this.means = means;
  }

  /** Lets something go wrong from now on, as often as it says. */
  public void add(Fault fault) {
    faults.add(fault);
    LOG.warn("simulator: {}", fault);
  }

  /** What is still to go wrong. */
  public List<Fault> faults() {
    return faults.all();
  }

  /** Lets everything go well again. */
  public void clear() {
    faults.clear();
  }

  @Override
  public Optional<Objection> objection(AccountId account, Amount amount) {
    return faults
        .take(Optional.of(account), amount.minor(), Effect.Decline.class::isInstance)
        .map(fault -> new Told(((Effect.Decline) fault.effect()).code()));
  }

  @Override
  public Optional<Duration> life(AccountId account, Amount amount) {
    return faults
        .take(Optional.of(account), amount.minor(), Effect.Expire.class::isInstance)
        .map(fault -> ((Effect.Expire) fault.effect()).time());
  }

  /** A decline that somebody wanted to see. */
  private record Told(ResponseCode code) implements Objection {
    @Override
    public String kept() {
      return words();
    }

    @Override
    public String words() {
      return "declined by the simulator";
    }
  }

  /** The answer as it goes out: once, late, twice or never. */
  public List<IsoMessage> answers(IsoMessage request, IsoMessage answer) {
    Optional<Effect> effect =
        ASKED.contains(request.mti().original()) ? effect(request) : Optional.empty();
    if (effect.isEmpty()) return List.of(answer);
    return switch (effect.get()) {
      case Effect.Decline _, Effect.Expire _ -> List.of(answer);
      case Effect.Delay delay -> {
        long end = System.nanoTime() + delay.time().toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        yield List.of(answer);
      }
      case Effect.Drop drop -> List.of();
      case Effect.Duplicate duplicate -> List.of(answer, answer);
    };
  }

  private Optional<Effect> effect(IsoMessage request) {
    if (faults.all().isEmpty()) return Optional.empty();
    Optional<AccountId> account =
        request.text(PAN).flatMap(CardNumber::parse).flatMap(this::account);
    return faults
        .take(
            account,
            request.number(AMOUNT).orElse(0),
            effect -> !(effect instanceof Effect.Decline || effect instanceof Effect.Expire))
        .map(Fault::effect);
  }

  private Optional<AccountId> account(CardNumber number) {
    CardKey key = means.secrets().key(number);
    return means
        .transactions()
        .inTransaction(tx -> new Cards(tx, means.secrets()).find(key).map(Card::account));
  }
}

package openset.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import openset.asn1.Der;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.treatment.Means;
import openset.store.Journal.Answered;
import openset.store.ConversationKey;
import openset.store.Conversations;
import openset.store.Database;
import openset.store.Effect.Claim;
import openset.store.Effect.Claimed;
import openset.store.Exchange;
import openset.store.JournalMessage;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one party: the only loop. A message is decoded; an RRPID seen before gets the stored answer;
 * else the conversation's state is loaded, the desk steps, and in <em>one</em> transaction the
 * input, the new state, the output and the effects are stored. Then the effects are done, and each
 * answer is the next input. A crash anywhere repeats the same bytes, which SET's RRPID rule makes
 * safe.
 *
 * <p>Safe for many threads; one conversation moves one step at a time.
 *
 * @param <S> the desk's state
 * @param <F> the desk's facts
 */
public final class Conductor<S, F> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Conductor.class);
  /** How long a stored effect is left to the thread that stored it before another may take it. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final House<S, F> house;
  private final Refusals refusals;
  private final Effects effects;
  private final Mender mender;

  /**
   * What a conductor works with.
   *
   * @param party its name, for journal and log
   */
  public record House<S, F>(
      String party,
      Desk<S, F> desk,
      Records<S, F> records,
      Database database,
      Supplier<Means> means,
      Outside outside) {}

  /**
   * What lies outside the party.
   *
   * @param doors the ways to peers and hosts
   * @param clock for journal times and timers
   * @param limits how long it waits
   */
  public record Outside(Doors doors, InstantSource clock, ConductLimits limits) {}

  /** A conductor that tells nobody what it refuses. */
  public Conductor(House<S, F> house) {
    this(house, Refusals.NONE);
  }

  /** A conductor that does not run timers and left-over effects until {@link #start}. */
  public Conductor(House<S, F> house, Refusals refusals) {
    this.house = house;
    this.refusals = refusals;
    this.effects = new Effects(house.outside().doors());
    this.mender = new Mender(house.party(), house.outside().limits().mendEvery(), this::mend);
  }

  /** Takes up what a crash left undone, then keeps doing what falls due. */
  public void start() {
    mend(house.outside().clock().instant().plus(LEASE).plusSeconds(1));
    mender.start();
  }

  /**
   * Takes one request.
   *
   * @param bytes a MessageWrapper as it came
   * @return the wrapper to send back: an answer or an Error; empty where SET sends nothing
   */
  public byte[] receive(Peer peer, byte[] bytes) {
    Input.Received request;
    try {
      request = Wire.request(peer, bytes);
    } catch (Refused refused) {
      tell(peer, "?", refused);
      return Wire.error(bytes, refused, house.means().get());
    }
    return Wire.isError(request.wrapper()) ? ignore(request) : receive(request);
  }

  private byte[] receive(Input.Received request) {
    try {
      return answer(request);
    } catch (Refused refused) {
      tell(request.peer(), Wire.name(request.wrapper()), refused);
      return Wire.error(request, refused, house.means().get());
    } catch (NotYet notYet) {
      return new byte[0];
    }
  }

  private void tell(Peer peer, String message, Refused refused) {
    LOG.warn(
        "refused party={} peer={} message={} code={} rule={}",
        house.party(), peer.name(), message, refused.code(), refused.rule());
    refusals.refused(new Effect.Refusal(message, refused.code().name(), refused.rule()));
  }

  private void tell(Effect.Refusal refusal) {
    LOG.warn(
        "refused in an answer party={} message={} code={} rule={}",
        house.party(), refusal.message(), refusal.code(), refusal.rule());
    refusals.refused(refusal);
  }

  /**
   * Gives an order from inside the party and carries the conversation on until it waits for nobody
   * but timers and retries.
   *
   * @return where it stands then
   */
  public S tell(ConversationKey key, Input.Told order) throws Refused {
    run(key, order);
    return state(key).orElseThrow();
  }

  /** Where a conversation stands. */
  public Optional<S> state(ConversationKey key) {
    return house
        .database()
        .transactions()
        .inTransaction(tx -> stored(tx, key).map(s -> open(key, s)));
  }

  private byte[] answer(Input.Received request) throws Refused {
    ConversationKey key = house.desk().conversation(request, house.means().get());
    Optional<Der> made = run(key, request);
    if (made.isPresent()) return made.get().bytes();
    return waitForAnswer(request);
  }

  /** Another thread, or this party before a crash, works on the same request. */
  private byte[] waitForAnswer(Input.Received request) throws Refused {
    ConductLimits limits = house.outside().limits();
    Instant until = house.outside().clock().instant().plus(limits.answerWithin());
    while (house.outside().clock().instant().isBefore(until)) {
      Optional<Answered> seen =
          house.database().transactions().inTransaction(tx -> seen(tx, request));
      if (seen.flatMap(Answered::answer).isPresent()) return seen.get().answer().get();
      house.outside().limits().pause();
    }
    LOG.warn("no answer yet party={} message={}", house.party(), Wire.name(request.wrapper()));
    throw new NotYet();
  }

  /** Runs an input and everything that follows from it; the answer to it if one was made. */
  private Optional<Der> run(ConversationKey key, Input first) throws Refused {
    Deque<Move> moves = new ArrayDeque<>();
    moves.add(new Move(key, first, Optional.empty()));
    Optional<Der> answer = Optional.empty();
    while (!moves.isEmpty()) {
      Move move = moves.remove();
      Advanced advanced = move.input() == first ? advance(move) : advanceOrTell(move);
      if (answer.isEmpty()) answer = advanced.answerTo(first);
      for (Effects.Stored effect : advanced.toDo()) moves.add(perform(effect));
    }
    return answer;
  }

  /** An input of a conversation, and the stored effect it answers. */
  private record Move(ConversationKey key, Input input, Optional<Effects.Stored> answers) {}

  /** What one step left: answers made, effects to do, what was refused in them. */
  private record Advanced(
      List<Effect.Answer> answers, List<Effects.Stored> toDo, List<Effect.Refusal> refusals) {
    static final Advanced NOTHING = new Advanced(List.of(), List.of(), List.of());

    Optional<Der> answerTo(Input input) {
      if (!(input instanceof Input.Received request)) return Optional.empty();
      return answers.stream()
          .filter(a -> Wire.rrpid(request.wrapper()).equals(Optional.of(a.rrpid())))
          .map(a -> Wire.encode(a.wrapper()))
          .findFirst();
    }
  }

  private Move perform(Effects.Stored effect) {
    return new Move(effect.goesTo(), effects.perform(effect), Optional.of(effect));
  }

  /** A refused answer moves nothing, but the desk is told so that it can decide what to do. */
  private Advanced advanceOrTell(Move move) throws Refused {
    try {
      return advance(move);
    } catch (Refused refused) {
      LOG.warn(
          "answer refused party={} ask={} code={} rule={}",
          house.party(), move.answers().map(Effects.Stored::name).orElse(""),
          refused.code(), refused.rule());
      if (move.input() instanceof Input.AnswerRefused) throw refused;
      String ask = move.answers().map(Effects.Stored::name).orElse("");
      ConversationKey asker =
          move.answers().map(effect -> effect.id().conversation()).orElse(move.key());
      return advance(
          new Move(asker, new Input.AnswerRefused(ask, refused), move.answers()));
    }
  }

  private Advanced advance(Move move) throws Refused {
    Advanced advanced =
        house
            .database()
            .transactions()
            .<Advanced, Refused>inTransaction(tx -> advance(tx, move));
    advanced.refusals().forEach(this::tell);
    return advanced;
  }

  private Advanced advance(Tx tx, Move move) throws Refused {
    ConversationKey key = move.key();
    Optional<Conversations.Stored> stored =
        tx.conversations().loadForUpdate(key, house.party());
    if (wasTold(tx, move)) return Advanced.NOTHING;
    if (move.input() instanceof Input.Received request && repeated(tx, request)) {
      return Advanced.NOTHING;
    }
    Instant now = house.outside().clock().instant();
    Optional<S> state = stored.map(s -> open(key, s));
    F facts = house.records().facts(tx, key, state, move.input());
    Step<S> step = house.desk().step(state, move.input(), facts, house.means().get());
    boolean again = has(step, Effect.AskAgain.class);
    if (!again) journalInput(tx, key, move.input(), has(step, Effect.KeepDigest.class), now);
    byte[] next = effects.sealState(key, house.desk().stateType().encode(step.next()));
    tx.conversations().save(key, house.party(), stored.map(s -> s.version()).orElse(0L), next);
    house.records().keep(tx, key, facts, step.next());
    settle(tx, move, again, now);
    return store(tx, key, step.effects(), now);
  }

  private static boolean has(Step<?> step, Class<? extends Effect> effect) {
    return step.effects().stream().anyMatch(effect::isInstance);
  }

  /** Two threads may have taken up one order; a conversation takes it once. */
  private static boolean wasTold(Tx tx, Move move) {
    return move.answers()
        .filter(Effects.Stored::isTold)
        .filter(effect -> !tx.outbox().isWaiting(effect.id()))
        .isPresent();
  }

  /** What became of the effect this input answers: done, or to be tried again later. */
  private void settle(Tx tx, Move move, boolean again, Instant now) {
    if (move.answers().isEmpty()) return;
    Effects.Stored effect = move.answers().get();
    if (again || move.input() instanceof Input.NoAnswer) {
      Duration pause = house.outside().limits().backOff(effect.attempts());
      tx.outbox().postpone(effect.id(), now.plus(pause));
    } else {
      tx.outbox().done(effect.id());
    }
  }

  private Advanced store(Tx tx, ConversationKey key, List<Effect> wanted, Instant now) {
    List<Effect.Answer> answers = new ArrayList<>();
    List<Effects.Stored> toDo = new ArrayList<>();
    List<Effect.Refusal> refused = new ArrayList<>();
    for (Effect effect : wanted) {
      switch (effect) {
        case Effect.Answer answer -> {
          journal(tx, key, Wire.answered(answer), now);
          answers.add(answer);
        }
        case Effect.Ask ask -> {
          journal(tx, key, Wire.asked(ask), now);
          toDo.add(effects.store(tx, key, ask, now.plus(LEASE)));
        }
        case Effect.AskHost ask -> toDo.add(effects.store(tx, key, ask, now.plus(LEASE)));
        case Effect.Tell tell -> toDo.add(effects.store(tx, key, tell, now.plus(LEASE)));
        case Effect.WakeAt timer -> effects.store(tx, key, timer);
        case Effect.AskAgain _, Effect.KeepDigest _ -> {}
        case Effect.Refusal refusal -> refused.add(refusal);
        case Effect.GiveUp giveUp -> {
          tx.outbox().cancel(key, Effects.askKind(giveUp.ask()));
          tx.outbox().cancel(key, Effects.hostKind(giveUp.ask()));
        }
      }
    }
    return new Advanced(answers, toDo, refused);
  }

  private void journalInput(
      Tx tx, ConversationKey key, Input input, boolean digest, Instant now) {
    switch (input) {
      case Input.Received received when digest ->
          tx.journal()
              .appendDigest(message(key, Wire.unkept(received), now), Wire.digest(received));
      case Input.Received received -> journal(tx, key, Wire.received(received), now);
      case Input.Answered answered -> journal(tx, key, Wire.answered(answered), now);
      default -> {}
    }
  }

  private void journal(Tx tx, ConversationKey key, Wire.Entry entry, Instant now) {
    tx.journal().append(message(key, entry, now));
  }

  private static JournalMessage message(ConversationKey key, Wire.Entry entry, Instant now) {
    return new JournalMessage(key, entry.exchange(), entry.name(), entry.bytes(), now);
  }

  /** Whether the same bytes came before. The same RRPID with other bytes is refused (L04). */
  private boolean repeated(Tx tx, Input.Received request) throws Refused {
    Optional<Answered> seen = seen(tx, request);
    if (seen.isEmpty()) return false;
    if (!Wire.sameBytes(seen.get(), request)) {
      throw new Refused(ErrorCode.unknownRRPID, "W-06");
    }
    return true;
  }

  private static Optional<Answered> seen(Tx tx, Input.Received request) {
    Exchange exchange = Wire.received(request).exchange();
    return exchange.rrpid().flatMap(id -> tx.journal().answerTo(exchange.peer(), id));
  }

  private Optional<Conversations.Stored> stored(Tx tx, ConversationKey key) {
    return tx.conversations().load(key, house.party());
  }

  private S open(ConversationKey key, Conversations.Stored stored) {
    return house.desk().stateType().decode(effects.openState(key, stored.state()));
  }

  private byte[] ignore(Input.Received error) {
    LOG.warn("Error received party={} peer={}", house.party(), error.peer().name());
    return new byte[0];
  }

  private void mend() {
    mend(house.outside().clock().instant());
  }

  /** Does what is due by {@code by} and nobody has done. */
  private void mend(Instant by) {
    Instant now = house.outside().clock().instant();
    int most = house.outside().limits().mendAtOnce();
    Claim claim = new Claim(house.party(), by, now.plus(LEASE), most);
    List<Claimed> due =
        house
            .database()
            .transactions()
            .inTransaction(tx -> tx.outbox().claimDue(house.party(), claim));
    for (Claimed claimed : due) mend(claimed);
  }

  private void mend(Claimed claimed) {
    try {
      follow(perform(effects.stored(claimed)));
    } catch (Refused refused) {
      LOG.warn(
          "left over party={} code={} rule={}", house.party(), refused.code(), refused.rule());
    }
  }

  private void follow(Move first) throws Refused {
    Deque<Move> moves = new ArrayDeque<>(List.of(first));
    while (!moves.isEmpty()) {
      Advanced advanced = advanceOrTell(moves.remove());
      for (Effects.Stored effect : advanced.toDo()) moves.add(perform(effect));
    }
  }

  @Override
  public void close() {
    mender.close();
  }

  /** The answer is not there in time; the peer will ask again. */
  private static final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYet() {
      super("no answer yet", null, false, false);
    }
  }
}

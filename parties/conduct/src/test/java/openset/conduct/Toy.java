package openset.conduct;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.SigningKeyPair;
import openset.crypto.Vault;
import openset.pki.Trust;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.Digest;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.TransIDs;
import openset.set.data.XID;
import openset.set.data.order.Offer;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.message.PInitRes;
import openset.set.message.PInitResData;
import openset.set.operator.Detached;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.store.ConversationKey;
import openset.store.Database;
import openset.store.Tx;

/**
 * The smallest party: it counts PInitReq and answers PInitRes, at once or after asking a bank. Its
 * messages are real; its business is not.
 */
final class Toy implements Desk<Toy.Count, Integer> {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final LocalID LABEL = LocalID.ofText("toy");
  static final LocalID OTHER = LocalID.ofText("other");
  private static final Randomness RANDOM = Randomness.secure();
  private static final Signatory SIGNATORY =
      Signatory.newKey(SigningKeyPair.generate(SignatureAlgorithm.ED25519).signer());

  /** How often it was asked, and whom it owes an answer. */
  record Count(int count, Optional<RRPID> owed) {
    static final Tagged<Count> TYPE =
        Sequence.sequence(
            "Count",
            field("count", Asn1.integer(0, 1000), Count::count),
            optional("owed", RRPID.TYPE, Count::owed),
            Count::new);
  }

  /** A table of one number, to see that state and tables move together. */
  static final class Kept implements Records<Count, Integer> {
    final AtomicInteger writes = new AtomicInteger();

    @Override
    public Integer facts(Tx tx, ConversationKey key, Optional<Count> state, Input input) {
      return state.map(Count::count).orElse(0);
    }

    @Override
    public void keep(Tx tx, ConversationKey key, Integer facts, Count next) {
      writes.incrementAndGet();
    }
  }

  @Override
  public Asn1Type<Count> stateType() {
    return Count.TYPE;
  }

  @Override
  public ConversationKey conversation(Input.Received request, Means means) throws Refused {
    if (request.wrapper().message() instanceof PInitReq init) return key(init.localIDM().get());
    throw new Refused(ErrorCode.messageNotSupported, "Toy-01");
  }

  static ConversationKey key(LocalID label) {
    return ConversationKey.of(label.octets().bytes());
  }

  @Override
  public Step<Count> step(Optional<Count> state, Input input, Integer before, Means means)
      throws Refused {
    return switch (input) {
      case Input.Received received -> asked((PInitReq) received.wrapper().message(), before);
      case Input.HostAnswered _ -> answer(new Count(before, Optional.empty()), state.get());
      case Input.NoAnswer _, Input.TimeRanOut _ -> Step.to(state.get());
      case Input.Told told -> told(state, told, before);
      case Input.AnswerRefused _ -> answer(new Count(before + 100, Optional.empty()), state.get());
      case Input.Answered _ -> throw new IllegalStateException();
    };
  }

  private static Step<Count> asked(PInitReq init, int before) throws Refused {
    return switch (init.language().tag()) {
      case "refuse" -> throw new Refused(ErrorCode.unspecifiedFailure, "Toy-02");
      case "not" ->
          Step.to(
              new Count(before, Optional.empty()),
              new Effect.Answer(init.rrpid(), response(init.rrpid())),
              new Effect.Refusal("PInitReq", "no", "Toy-03"));
      case "bank" ->
          Step.to(
              new Count(before + 1, Optional.of(init.rrpid())),
              new Effect.AskHost("ask", "bank", Der.of(new byte[] {1, 2, 3})));
      case "tell" -> tell(init, before, "count");
      case "tell-no" -> tell(init, before, "refuse");
      default ->
          Step.to(
              new Count(before + 1, Optional.empty()),
              new Effect.Answer(init.rrpid(), response(init.rrpid())));
    };
  }

  private static Step<Count> tell(PInitReq init, int before, String order) {
    return Step.to(
        new Count(before + 1, Optional.of(init.rrpid())),
        new Effect.Tell(key(OTHER), order, Der.of(new byte[] {1, 2, 3})));
  }

  /** Another conversation's order is reported back to it. */
  private static Step<Count> told(Optional<Count> state, Input.Told told, int before)
      throws Refused {
    Count next = new Count(before + told.details().length(), Optional.empty());
    return switch (told.order()) {
      case "refuse" -> throw new Refused(ErrorCode.unspecifiedFailure, "Toy-03");
      case "count" ->
          Step.to(next, new Effect.Tell(key(LABEL), "counted", Der.of(new byte[] {7})));
      case "counted" -> answer(next, state.get());
      default -> Step.to(next);
    };
  }

  private static Step<Count> answer(Count next, Count state) {
    RRPID owed = state.owed().orElseThrow();
    return Step.to(next, new Effect.Answer(owed, response(owed)));
  }

  static byte[] request(RRPID rrpid, String language) {
    PInitReq init =
        new PInitReq(
            rrpid,
            new Language(language),
            LABEL,
            Optional.of(LABEL),
            Challenge.of(new byte[Challenge.OCTETS]),
            new BrandID("Aurora"),
            new BIN("999001"),
            Optional.empty(),
            Optional.empty());
    return MessageWrapper.TYPE.encode(wrap(rrpid, init));
  }

  private static MessageWrapper response(RRPID rrpid) {
    TransIDs ids =
        new TransIDs(
            LABEL,
            Optional.of(LABEL),
            XID.of(RANDOM.bytes(XID.OCTETS)),
            NOW,
            Optional.empty(),
            new Language("en"));
    Der zeros = Der.of(new byte[32]);
    PInitResData data =
        new PInitResData(
            ids,
            rrpid,
            Challenge.of(new byte[Challenge.OCTETS]),
            Challenge.of(RANDOM.bytes(Challenge.OCTETS)),
            Optional.empty(),
            new CertThumb(new Digest(zeros)),
            Optional.empty(),
            Optional.empty(),
            new Detached<>(Offer.CONTENT.oid(), zeros));
    return wrap(rrpid, new PInitRes(S.sign(SIGNATORY, PInitResData.CONTENT, data)));
  }

  private static MessageWrapper wrap(RRPID rrpid, openset.set.message.Message message) {
    return MessageWrapper.of(
        MessageHeader.of(NOW, Optional.empty(), rrpid, new SWIdent("toy")), message);
  }

  /** A conductor for the toy, with {@code bank} behind it. */
  static Conductor<Count, Integer> conductor(Database database, Vault vault, Hosts bank) {
    return conductor("toy", database, vault, bank);
  }

  /** A conductor for a party of that name. */
  static Conductor<Count, Integer> conductor(
      String party, Database database, Vault vault, Hosts bank) {
    return conductor(party, database, vault, bank, Refusals.NONE);
  }

  /** The same, whose refusals somebody hears of. */
  static Conductor<Count, Integer> conductor(
      String party, Database database, Vault vault, Hosts bank, Refusals refusals) {
    ConductLimits limits =
        new ConductLimits(
            Duration.ofSeconds(20),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            16,
            Duration.ofMillis(100));
    Means means =
        new Means(
            NOW,
            RANDOM,
            Trust.in(List.of()),
            new Keyring(List.of(), List.of()),
            Policy.standard("toy"));
    Peers nobody = (destination, wrapper) -> new Peers.Reply.Nothing("nobody");
    return new Conductor<>(
        new Conductor.House<>(
            party,
            new Toy(),
            new Kept(),
            database,
            () -> means,
            new Conductor.Outside(
                new Doors(nobody, bank, vault), java.time.Clock.systemUTC(), limits)),
        refusals);
  }

  static Vault vault() {
    return Vault.of(SecretBytes.random(Vault.KEY_OCTETS, RANDOM), RANDOM);
  }

  static RRPID rrpid() {
    return RRPID.of(RANDOM.bytes(RRPID.OCTETS));
  }
}

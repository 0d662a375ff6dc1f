package openset.conduct;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.Unauthentic;
import openset.set.Refused;
import openset.store.ConversationKey;
import openset.store.Effect.Claimed;
import openset.store.Effect.Id;
import openset.store.Tx;

/** Stores a step's effects in the outbox, and does them. What a host is asked is kept sealed. */
final class Effects {
  private static final String ASK = "ask:";
  private static final String HOST = "host:";
  private static final String TIMER = "timer:";
  private static final String TELL = "tell:";

  private final Doors doors;

  Effects(Doors doors) {
    this.doors = doors;
  }

  /** An effect in the outbox, at hand. */
  record Stored(Id id, String kind, String destination, Der payload, int attempts) {
    String name() {
      return kind.substring(kind.indexOf(':') + 1);
    }

    /** The conversation that takes what comes of it. */
    ConversationKey goesTo() {
      return isTold()
          ? ConversationKey.of(HexFormat.of().parseHex(destination))
          : id.conversation();
    }

    /** An order to a conversation of this party. */
    boolean isTold() {
      return kind.startsWith(TELL);
    }
  }

  /** Every kind under which an ask of this name can lie in the outbox. */
  static String askKind(String name) {
    return ASK + name;
  }

  static String hostKind(String name) {
    return HOST + name;
  }

  Stored store(Tx tx, ConversationKey key, Effect.Ask ask, Instant due) {
    Der wrapper = Wire.encode(ask.wrapper());
    return add(tx, due, new Raw(key, ASK + ask.name(), ask.destination(), wrapper, wrapper));
  }

  Stored store(Tx tx, ConversationKey key, Effect.AskHost ask, Instant due) {
    String kind = HOST + ask.name();
    Der sealed = Der.of(doors.vault().seal(place(key, kind), ask.request().bytes()));
    return add(tx, due, new Raw(key, kind, ask.host(), sealed, ask.request()));
  }

  Stored store(Tx tx, ConversationKey key, Effect.Tell tell, Instant due) {
    String kind = TELL + tell.order();
    Der sealed = Der.of(doors.vault().seal(place(key, kind), tell.details().bytes()));
    String to = tell.conversation().toString();
    return add(tx, due, new Raw(key, kind, to, sealed, tell.details()));
  }

  void store(Tx tx, ConversationKey key, Effect.WakeAt timer) {
    Der none = Der.of(new byte[0]);
    add(tx, timer.at(), new Raw(key, TIMER + timer.timer(), "", none, none));
  }

  /** An effect that another run left in the outbox. */
  Stored stored(Claimed claimed) {
    ConversationKey key = claimed.id().conversation();
    String kind = claimed.effect().kind();
    byte[] payload = claimed.effect().payload();
    boolean sealed = kind.startsWith(HOST) || kind.startsWith(TELL);
    Der opened = Der.of(sealed ? open(place(key, kind), payload) : payload);
    return new Stored(
        claimed.id(), kind, claimed.effect().destination(), opened, claimed.attempts());
  }

  /** Does an effect and makes what came of it the next input. */
  Input perform(Stored effect) {
    if (effect.kind().startsWith(TIMER)) return new Input.TimeRanOut(effect.name());
    if (effect.isTold()) return new Input.Told(effect.name(), effect.payload());
    Peers.Reply reply =
        effect.kind().startsWith(ASK)
            ? doors.peers().ask(effect.destination(), effect.payload())
            : doors.hosts().ask(effect.destination(), effect.payload());
    return switch (reply) {
      case Peers.Reply.Nothing nothing -> new Input.NoAnswer(effect.name(), nothing.why());
      case Peers.Reply.Bytes bytes when effect.kind().startsWith(HOST) ->
          new Input.HostAnswered(effect.name(), bytes.answer());
      case Peers.Reply.Bytes bytes -> answered(effect, bytes.answer());
    };
  }

  byte[] sealState(ConversationKey key, byte[] state) {
    return doors.vault().seal(place(key, "state"), state);
  }

  byte[] openState(ConversationKey key, byte[] sealed) {
    return open(place(key, "state"), sealed);
  }

  private static Input answered(Stored effect, Der bytes) {
    try {
      return new Input.Answered(effect.name(), Wire.decode(bytes.bytes()), bytes);
    } catch (Refused refused) {
      return new Input.AnswerRefused(effect.name(), refused);
    }
  }

  private record Raw(
      ConversationKey key, String kind, String destination, Der kept, Der atHand) {}

  private static Stored add(Tx tx, Instant due, Raw raw) {
    openset.store.Effect effect =
        new openset.store.Effect(raw.key(), raw.kind(), raw.destination(), raw.kept().bytes());
    Id id = tx.outbox().add(effect, due);
    return new Stored(id, raw.kind(), raw.destination(), raw.atHand(), 1);
  }

  private byte[] open(String place, byte[] sealed) {
    try {
      return doors.vault().open(place, sealed);
    } catch (Unauthentic e) {
      throw new IllegalStateException("stored under another key, or changed: " + place);
    }
  }

  private static String place(ConversationKey key, String kind) {
    return "conduct/" + key + "/" + kind;
  }
}

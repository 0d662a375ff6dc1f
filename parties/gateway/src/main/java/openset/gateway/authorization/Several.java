package openset.gateway.authorization;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.capture.CapItem;
import openset.set.data.sale.RRTags;
import openset.store.ConversationKey;

/**
 * One request about several authorizations, in a conversation of its own: each purchase is told its
 * item, and when all have reported back the request is answered (docs/decisions/0027).
 *
 * @param items in the order asked
 */
record Several(Authorization.Caller caller, Kind kind, RRTags tags, List<Slot> items) {
  /** Orders to a purchase. */
  static final String CAPTURE = "capture";
  static final String GO_BACK = "go-back";

  /** What a purchase reports: a CapResItem or a CapRevOrCredResItem. */
  static final String REPORT = "report";

  private static final int OUTCOME_MAX = 8192;

  static final Tagged<Several> TYPE =
      Sequence.sequence(
          "Several",
          field("caller", Authorization.Caller.TYPE, Several::caller),
          field("kind", Kind.TYPE, Several::kind),
          field("tags", RRTags.TYPE, Several::tags),
          field("items", Repeated.sequenceOf(Slot.TYPE, 1), Several::items),
          Several::new);

  Several {
    items = List.copyOf(items);
  }

  /** Which request it is. */
  enum Kind {
    CAP,
    CAP_REV,
    CRED,
    CRED_REV;

    static final Tagged<Kind> TYPE = Asn1.enumerated("Kind", values(), Kind::ordinal);
  }

  /** One item; its outcome is DER, and absent until it is known. */
  record Slot(RRPID authRRPID, Optional<Der> outcome) {
    static final Tagged<Slot> TYPE =
        Sequence.sequence(
            "Slot",
            field("authRRPID", RRPID.TYPE, Slot::authRRPID),
            optional("outcome", Asn1.octets(1, OUTCOME_MAX), Slot::outcome),
            Slot::new);
  }

  /**
   * A capture as one purchase is told it.
   *
   * @param token how much its token is good for
   */
  record Claim(
      Authorization.Caller caller, RRTags capRRTags, CapItem item, CurrencyAmount token) {
    static final Tagged<Claim> TYPE =
        Sequence.sequence(
            "Claim",
            field("caller", Authorization.Caller.TYPE, Claim::caller),
            field("capRRTags", RRTags.TYPE, Claim::capRRTags),
            field("item", CapItem.TYPE, Claim::item),
            field("token", CurrencyAmount.TYPE, Claim::token),
            Claim::new);
  }

  /** Where such a request is filed; no purchase is. */
  static ConversationKey key(RRPID rrpid) {
    byte[] before = "several".getBytes(StandardCharsets.US_ASCII);
    byte[] octets = Arrays.copyOf(before, before.length + RRPID.OCTETS);
    System.arraycopy(rrpid.octets().bytes(), 0, octets, before.length, RRPID.OCTETS);
    return ConversationKey.of(octets);
  }

  /** The same with an outcome in the place of the item that has none. */
  Several with(RRPID authRRPID, Der outcome) {
    List<Slot> all = new ArrayList<>();
    for (Slot slot : items) {
      boolean meant = slot.authRRPID().equals(authRRPID) && slot.outcome().isEmpty();
      all.add(meant ? new Slot(authRRPID, Optional.of(outcome)) : slot);
    }
    return new Several(caller, kind, tags, all);
  }

  /** Whether every outcome is known. */
  boolean isDone() {
    return items.stream().allMatch(slot -> slot.outcome().isPresent());
  }

  /** All outcomes, of a type. */
  <T> List<T> outcomes(Tagged<T> type) {
    return items.stream().map(slot -> type.decode(slot.outcome().orElseThrow().bytes())).toList();
  }
}

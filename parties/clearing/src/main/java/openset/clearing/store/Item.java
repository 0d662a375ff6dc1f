package openset.clearing.store;

import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Trace;

/**
 * An item of a settlement cycle, as the house compares and keeps it: without what numbers it on a
 * link.
 *
 * @param said what it says; names its issuer
 */
public record Item(ClearingItem said) {
  private static final Trace NONE = new Trace("0000000000", 1);

  /** Refuses an item that names no issuer. */
  public Item {
    said = said.with(NONE);
    if (said.advice().issuer().isEmpty()) throw new IllegalArgumentException("no issuer");
  }

  /**
   * Reads 0220, 0420 or 0422, or a repeat of one.
   *
   * @throws MalformedMessage when it is no item, or names no issuer
   */
  public static Item of(IsoMessage message) throws MalformedMessage {
    ClearingItem said = ClearingItem.of(message);
    if (said.advice().issuer().isEmpty()) {
      throw new MalformedMessage(100, "required in an item");
    }
    return new Item(said);
  }

  /** What it is. */
  public Kind kind() {
    return said.kind();
  }

  /** Institution code of the acquirer. */
  public String acquirer() {
    return said.advice().approval().reference().acquirer();
  }

  /** Institution code of the issuer. */
  public String issuer() {
    return said.advice().issuer().orElseThrow();
  }

  /** The bank that sends it. */
  public String sender() {
    return kind() == Kind.CHARGEBACK ? issuer() : acquirer();
  }

  /** The bank that it is for. */
  public String receiver() {
    return kind() == Kind.CHARGEBACK ? acquirer() : issuer();
  }

  /** Its own key. */
  public Octets key() {
    return said.advice().purchase().key();
  }

  /** The key of its authorization. */
  public Octets original() {
    return said.advice().approval().key();
  }

  /** Minor units. */
  public long minor() {
    return said.advice().amount().minor();
  }

  /** ISO 4217 numeric. */
  public int currency() {
    return said.advice().amount().currency();
  }

  /** Whether it is an acquirer's claim at arbitration, on which the house rules (HL-107). */
  public boolean isClaim() {
    return kind() == Kind.REPRESENTMENT
        && said.dispute().orElseThrow().stage() == ClearingItem.Dispute.Stage.ARBITRATION;
  }

  /** What is handed on to its receiver: an account's currency is its issuer's own business. */
  public ClearingItem handed(Trace trace) {
    return said.with(trace).with(Optional.empty());
  }

  /** The octets that are kept, and compared. */
  public byte[] octets() {
    return said.toMessage().encode();
  }

  /** Reads what {@link #octets} gave. */
  static Item kept(byte[] octets) {
    try {
      return of(IsoMessage.decode(octets));
    } catch (MalformedMessage e) {
      throw new IllegalStateException("a kept item cannot be read", e);
    }
  }
}

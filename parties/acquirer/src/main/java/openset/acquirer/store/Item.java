package openset.acquirer.store;

import java.util.Optional;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem.Dispute;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;

/**
 * Money that moves, or was asked to, because of an authorization.
 *
 * @param kind which way it goes, and why
 * @param taken what was asked
 * @param earlier key of the item that it takes back or disputes
 * @param dispute of a chargeback and a representment
 * @param response what was answered, for good
 * @param progress how far it has come
 */
public record Item(
    Kind kind,
    Taken taken,
    Optional<Octets> earlier,
    Optional<Dispute> dispute,
    ResponseCode response,
    Progress progress) {

  /** What is compared when a key comes again. */
  public record Taken(
      Octets key,
      Octets xid,
      String merchant,
      FinancialAdvice.Approval approval,
      Amount amount) {}

  /**
   * How far an item has come.
   *
   * @param queued it waits to be presented, or was presented
   * @param sent it was sent, or may have been
   * @param cancelled it never will be sent
   * @param reversed it was taken back
   * @param presented what the clearing house answered for good
   * @param cycle the settlement cycle it is in
   */
  public record Progress(
      boolean queued,
      boolean sent,
      boolean cancelled,
      boolean reversed,
      Optional<ResponseCode> presented,
      Optional<String> cycle) {
    /** Nothing has been done yet. */
    public static final Progress NEW =
        new Progress(false, false, false, false, Optional.empty(), Optional.empty());

    /** Never to be sent. */
    public static final Progress CANCELLED =
        new Progress(false, false, true, false, Optional.empty(), Optional.empty());

    /** Came from the clearing house, in this cycle. */
    public static Progress in(String cycle) {
      return new Progress(
          true, true, false, false, Optional.of(ResponseCode.APPROVED), Optional.of(cycle));
    }
  }

  /** The same with an answer. */
  public Item answered(ResponseCode code) {
    return new Item(kind, taken, earlier, dispute, code, progress);
  }

  /** The same, never to be sent. */
  public Item cancelled() {
    return new Item(kind, taken, earlier, dispute, response, Progress.CANCELLED);
  }

  /** Whether the same was asked. */
  public boolean asksAs(Item other) {
    return kind == other.kind
        && taken.equals(other.taken)
        && earlier.equals(other.earlier)
        && dispute.equals(other.dispute);
  }

  /** Whether it was accepted and nobody refused it or took it back since. */
  public boolean stands() {
    return response == ResponseCode.APPROVED
        && !progress.reversed
        && progress.presented.orElse(ResponseCode.APPROVED) == ResponseCode.APPROVED;
  }

  /** What the clearing house answered for good. */
  public Optional<ResponseCode> presented() {
    return progress.presented;
  }

  /** The settlement cycle it is in. */
  public Optional<String> cycle() {
    return progress.cycle;
  }
}

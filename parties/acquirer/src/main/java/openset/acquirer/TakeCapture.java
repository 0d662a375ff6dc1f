package openset.acquirer;

import java.util.Optional;
import openset.acquirer.store.Authorizations;
import openset.acquirer.store.Captures;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.LoggedCapture;
import openset.acquirer.store.LoggedCapture.Taken;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;

/** Answers 0220 of the gateway: the capture and its presentment stored together (HL-40, HL-41). */
final class TakeCapture {
  private final Means means;
  private final String clearing;

  TakeCapture(Means means, String clearing) {
    this.means = means;
    this.clearing = clearing;
  }

  IsoMessage answer(IsoMessage message) throws MalformedMessage {
    FinancialAdvice advice = FinancialAdvice.of(message);
    ResponseCode code = means.transactions().inTransaction(tx -> take(tx, advice));
    means.wake().run();
    return AdviceAnswer.of(code).answer(message);
  }

  private ResponseCode take(Tx tx, FinancialAdvice advice) {
    Octets original = advice.approval().key();
    Taken taken =
        new Taken(
            advice.purchase().key(),
            advice.purchase().xid(),
            advice.acceptor().merchant(),
            advice.approval(),
            advice.amount());
    // The lock on the authorization puts its captures and its reversal into one order.
    Optional<LoggedAuthorization> row =
        Authorizations.in(tx, means.institution()).lock(original);
    if (row.isEmpty()) return ResponseCode.ORIGINAL_NOT_FOUND;
    Captures captures = Captures.in(tx, means.institution());
    Optional<LoggedCapture> before = captures.find(original, taken.key());
    if (before.isPresent()) {
      return before.get().taken().equals(taken)
          ? before.get().response()
          : ResponseCode.DUPLICATE;
    }
    ResponseCode code = verdict(row.get(), taken, captures.captured(original));
    long fee = fee(taken.amount().minor(), row.get().feeBasisPoints());
    captures.add(
        new LoggedCapture(taken, fee, code, Optional.empty(), Optional.empty()), means.now());
    if (code == ResponseCode.APPROVED) {
      means.later(tx, Means.PRESENTMENT, clearing, original, taken.key());
    }
    return code;
  }

  private static ResponseCode verdict(LoggedAuthorization row, Taken taken, long captured) {
    boolean approved =
        row.approved() > 0
            && !row.reversed()
            && row.asked().reference().equals(taken.approval().reference())
            && row.approvalCode().equals(Optional.of(taken.approval().code()));
    if (!approved) return ResponseCode.ORIGINAL_NOT_FOUND;
    boolean same =
        row.asked().amount().currency() == taken.amount().currency()
            && row.asked().acceptor().merchant().equals(taken.merchant())
            && row.asked().purchase().xid().equals(taken.xid());
    if (!same) return ResponseCode.INVALID_TRANSACTION;
    boolean within = taken.amount().minor() <= row.approved() - captured;
    return within ? ResponseCode.APPROVED : ResponseCode.INVALID_AMOUNT;
  }

  /** The fee of an amount in minor units, rounded half up. */
  static long fee(long minor, int basisPoints) {
    return Math.addExact(Math.multiplyExact(minor, basisPoints), 5_000) / 10_000;
  }
}

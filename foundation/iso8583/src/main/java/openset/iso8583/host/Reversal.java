package openset.iso8583.host;

import java.util.OptionalLong;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;

/**
 * 0400: forget this authorization, whether you know of it or not, or all of it but an amount
 * (spec/host-link.md, "Reversal").
 *
 * @param original the 0100 or 0200 as it was sent on this link (element 90)
 * @param amounts what was approved and what of it stays
 * @param purchase its key is the key of the 0100 or 0200
 */
public record Reversal(
    Trace trace,
    Original original,
    Amounts amounts,
    Acceptor acceptor,
    Reference reference,
    Purchase purchase) {
  private static final int REPLACEMENT = 95;
  private static final String NOTHING_ELSE = "0".repeat(12) + "C00000000".repeat(2);
  private static final int MINOR_DIGITS = 12;

  /** What is reversed: 0100 or 0200, and its numbers. */
  public record Original(Mti mti, Trace trace) {
    /** Refuses a message that cannot be reversed. */
    public Original {
      if (!isReversible(mti)) throw new IllegalArgumentException("original is no 0100 or 0200");
    }

    /** An authorization of these numbers. */
    public static Original authorization(Trace trace) {
      return new Original(Mti.AUTHORIZATION, trace);
    }

    private static boolean isReversible(Mti mti) {
      return mti.equals(Mti.AUTHORIZATION) || mti.equals(Mti.FINANCIAL);
    }

    private static Original of(String element) throws MalformedMessage {
      int code = Integer.parseInt(element.substring(0, 4));
      int stan = Integer.parseInt(element.substring(4, 10));
      if (code != Mti.AUTHORIZATION.code() && code != Mti.FINANCIAL.code()) {
        throw new MalformedMessage(90, "original is no 0100 or 0200");
      }
      if (stan == 0) throw new MalformedMessage(90, "original STAN zero");
      return new Original(new Mti(code), new Trace(element.substring(10, 20), stan));
    }

    private String element(String acquirer) {
      String stan = String.format("%06d", trace.stan());
      String padded = "0".repeat(11 - acquirer.length()) + acquirer;
      return mti + stan + trace.time() + padded + "0".repeat(11);
    }
  }

  /**
   * Elements 4, 49 and 95.
   *
   * @param amount of the 0100
   * @param replacement what stays approved, in minor units, 1 to less than the amount; empty where
   *     nothing does
   */
  public record Amounts(Amount amount, OptionalLong replacement) {
    /** Refuses a replacement that is none. */
    public Amounts {
      if (replacement.isPresent() && outside(amount, replacement.getAsLong())) {
        throw new IllegalArgumentException("replacement out of bounds");
      }
    }

    /** Nothing stays. */
    public static Amounts all(Amount amount) {
      return new Amounts(amount, OptionalLong.empty());
    }

    private static boolean outside(Amount amount, long minor) {
      return minor < 1 || minor >= amount.minor();
    }

    private static Amounts of(IsoMessage message) throws MalformedMessage {
      Amount amount = Amount.of(message);
      if (!message.has(REPLACEMENT)) return all(amount);
      String text = message.need(REPLACEMENT);
      boolean plain =
          text.endsWith(NOTHING_ELSE)
              && text.substring(0, MINOR_DIGITS).chars().allMatch(Character::isDigit);
      if (!plain) throw new MalformedMessage(REPLACEMENT, "not one amount");
      long minor = Long.parseLong(text.substring(0, MINOR_DIGITS));
      if (outside(amount, minor)) throw new MalformedMessage(REPLACEMENT, "out of bounds");
      return new Amounts(amount, OptionalLong.of(minor));
    }

    private void into(IsoMessage.Builder message) {
      amount.into(message);
      replacement.ifPresent(
          minor -> message.put(REPLACEMENT, String.format("%012d", minor) + NOTHING_ELSE));
    }
  }

  /** What was approved. */
  public Amount amount() {
    return amounts.amount();
  }

  /** The parsed 0400 or 0401. */
  public static Reversal of(IsoMessage message) throws MalformedMessage {
    return new Reversal(
        Trace.of(message),
        Original.of(message.need(90)),
        Amounts.of(message),
        Acceptor.of(message),
        Reference.of(message),
        Purchase.of(message));
  }

  /** The same of all but an amount, or of all. */
  public Reversal staying(OptionalLong replacement) {
    return new Reversal(
        trace, original, new Amounts(amount(), replacement), acceptor, reference, purchase);
  }

  /** The 0400 to send. */
  public IsoMessage toMessage() {
    IsoMessage.Builder message =
        IsoMessage.of(Mti.REVERSAL)
            .put(3, AuthorizationRequest.GOODS_AND_SERVICES)
            .put(90, original.element(reference.acquirer()));
    trace.into(message);
    amounts.into(message);
    acceptor.into(message);
    reference.into(message);
    purchase.data().into(message);
    return message.build();
  }
}

package openset.iso8583;

/**
 * Message type indicator: version, class, function, origin (ISO 8583:1987, 4.1).
 *
 * @param code the four digits as a number: 0100 is {@code 100}
 */
public record Mti(int code) {
  public static final Mti AUTHORIZATION = new Mti(100);
  public static final Mti AUTHORIZATION_ANSWER = new Mti(110);
  public static final Mti AUTHORIZATION_ADVICE = new Mti(120);
  public static final Mti AUTHORIZATION_ADVICE_ANSWER = new Mti(130);
  public static final Mti FINANCIAL = new Mti(200);
  public static final Mti FINANCIAL_ANSWER = new Mti(210);
  public static final Mti ADVICE = new Mti(220);
  public static final Mti ADVICE_ANSWER = new Mti(230);
  public static final Mti REVERSAL = new Mti(400);
  public static final Mti REVERSAL_ANSWER = new Mti(410);
  public static final Mti REVERSAL_ADVICE = new Mti(420);
  public static final Mti REVERSAL_ADVICE_ANSWER = new Mti(430);
  public static final Mti CHARGEBACK = new Mti(422);
  public static final Mti CHARGEBACK_ANSWER = new Mti(432);
  public static final Mti SETTLEMENT = new Mti(500);
  public static final Mti SETTLEMENT_ANSWER = new Mti(510);
  public static final Mti NETWORK = new Mti(800);
  public static final Mti NETWORK_ANSWER = new Mti(810);

  /** Refuses what is not version 0 (1987), class 1 to 8, function 0 to 4, origin 0 to 5. */
  public Mti {
    if (!valid(code)) throw new IllegalArgumentException("not a 1987 message type");
  }

  static boolean valid(int code) {
    int kind = code / 100;
    return kind >= 1 && kind <= 8 && code / 10 % 10 <= 4 && code % 10 <= 5;
  }

  /** The class of message: 1 authorization, 2 financial, 4 reversal, 5 settlement, 8 network. */
  public int kind() {
    return code / 100;
  }

  /** True of a request (function 0) or advice (function 2), which wants an answer. */
  public boolean wantsAnswer() {
    int function = code / 10 % 10;
    return function == 0 || function == 2;
  }

  /**
   * The answer to this request or advice, or to a repeat of it: 0100 and 0101 give 0110, 0422 and
   * 0423 give 0432.
   */
  public Mti answer() {
    if (!wantsAnswer()) throw new IllegalStateException(this + " has no answer");
    return new Mti(original().code + 10);
  }

  /** The same message said again by the asking side: 0400 gives 0401, 0422 gives 0423. */
  public Mti repeat() {
    return new Mti(original().code + 1);
  }

  /** The message this one repeats, or itself: 0401 gives 0400. Origins go by pairs (4.1.4). */
  public Mti original() {
    return new Mti(code - code % 2);
  }

  @Override
  public String toString() {
    return String.format("%04d", code);
  }
}

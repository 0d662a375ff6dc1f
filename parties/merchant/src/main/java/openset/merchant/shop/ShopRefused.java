package openset.merchant.shop;

/** The shop cannot do what a customer or its own people ask; says why, in a word and a sentence. */
public final class ShopRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** There is no such product, cart, order or line. */
    notFound,
    /** Fewer are left than were asked for. */
    outOfStock,
    /** The cart has nothing in it. */
    emptyCart,
    /** What is paid by a plan is ordered by itself. */
    plan,
    /** A quantity or a text is outside its bounds. */
    badRequest,
    /** The order is not at a point where this can be done. */
    wrongState
  }

  private final Reason reason;

  /** A refusal with a sentence for the person who asked. */
  public ShopRefused(Reason reason, String sentence) {
    super(sentence, null, false, false);
    this.reason = reason;
  }

  /** Why, in a word. */
  public Reason reason() {
    return reason;
  }
}

package openset.signin;

/** A change of people that is not granted; the reason says why. */
public final class PeopleRefused extends Exception {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** The name has other signs than a to z, digits, dots, dashes and underscores. */
    badName("A name has 1 to 40 of a to z, digits, dots, dashes and underscores."),
    /** Too short, of too few different signs, or with the name in it. */
    weakPassword(
        "A password has 12 to 128 characters, five different ones, and not the name in it."),
    /** Somebody has the name. */
    taken("Somebody has that name."),
    /** Nobody has the name. */
    unknown("Nobody has that name."),
    /** Somebody must be left who may change people. */
    lastOwner("The last owner stays an owner.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Reason reason;

  PeopleRefused(Reason reason) {
    super(reason.sentence, null, false, false);
    this.reason = reason;
  }

  /** Why, in a word. */
  public Reason reason() {
    return reason;
  }
}

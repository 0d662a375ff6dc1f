package openset.iso8583.file;

/** A clearing file that is refused as a whole: nothing of it counts. */
public final class FileRefused extends Exception {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** The file ends before its trailers do, or inside a message. */
    CUT,
    /** A message cannot be read, or lacks an element. */
    MALFORMED,
    /** A message stands where another kind of message or another place is due. */
    WRONG_ORDER,
    /** Numbers or sums of a trailer are not those of the items. */
    WRONG_TOTALS,
    /** The octets are not those the digest was made of. */
    WRONG_DIGEST,
    /** It is not from or not for whom its header says. */
    WRONG_PARTY,
    /** Its name or its number stands for another file. */
    NAME_TAKEN,
    /** It has more octets than a file may have. */
    TOO_LONG,
    /** Too many other files of the bank have begun and not ended. */
    TOO_MANY
  }

  private final long line;
  private final Reason reason;

  /**
   * A refusal.
   *
   * @param line place of the message that was wrong, the header being line 1
   * @param text more about it, without contents of messages
   */
  public FileRefused(long line, Reason reason, String text) {
    super("line " + line + ": " + reason + ", " + text);
    this.line = line;
    this.reason = reason;
  }

  /** Place of the message that was wrong, the header being line 1. */
  public long line() {
    return line;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}

package openset.cli.serve;

/** A participant that does not start; the message is a sentence that names it and the reason. */
public final class CannotStart extends Exception {
  private static final long serialVersionUID = 1L;

  /** Which participant, and why not. */
  public CannotStart(String participant, String reason) {
    super(participant + " does not start: " + reason);
  }
}

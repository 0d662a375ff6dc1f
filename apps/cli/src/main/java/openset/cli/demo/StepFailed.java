package openset.cli.demo;

/** A step of the purchase did not come to its end. The message is the reason, in a sentence. */
public final class StepFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String participant;

  /** Who failed, and why. */
  public StepFailed(String participant, String reason) {
    super(reason);
    this.participant = participant;
  }

  /** Whose failure it is. */
  public String participant() {
    return participant;
  }
}

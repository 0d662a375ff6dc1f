package openset.cli.client;

import openset.http.client.HttpFailure;

/** A participant did not do what it was asked for; the message is its reason, in a sentence. */
public final class CallFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String participant;

  CallFailed(String participant, HttpFailure failure) {
    super(failure.getMessage());
    this.participant = participant;
  }

  /** Who it was. */
  public String participant() {
    return participant;
  }
}

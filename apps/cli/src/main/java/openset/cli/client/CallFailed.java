package openset.cli.client;

import openset.http.Problem;
import openset.http.client.HttpFailure;

/** A participant did not do what it was asked for; the message is its reason, in a sentence. */
public final class CallFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String participant;

  CallFailed(String participant, HttpFailure failure) {
    super(sentence(failure));
    this.participant = participant;
  }

  private static String sentence(HttpFailure failure) {
    return switch (failure.kind()) {
      case REFUSED -> failure.problem().map(CallFailed::said).orElse("refuses.");
      case UNREACHABLE -> "cannot be reached: " + failure.getMessage() + ".";
      case TIMEOUT, BROKEN -> "does not answer: " + failure.getMessage() + ".";
      case TOO_LARGE, MALFORMED -> "answers what cannot be read: " + failure.getMessage() + ".";
    };
  }

  private static String said(Problem problem) {
    String detail = problem.detail().isEmpty() ? problem.title() + "." : problem.detail();
    return detail + " (" + problem.status() + ", " + problem.rule() + ")";
  }

  /** Who it was. */
  public String participant() {
    return participant;
  }
}

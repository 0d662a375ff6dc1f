package openset.conduct.enrolment;

import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;

/** What came of an enrolment. */
public sealed interface Outcome {
  /** The party can work. */
  record Enrolled(SigningCredential signing, OpeningCredential opening) implements Outcome {}

  /**
   * The authority said no; the keys are forgotten, and the next enrolment makes new ones.
   *
   * @param reason for the operator
   */
  record Refused(String reason) implements Outcome {}

  /**
   * Nothing is decided: the authority was not reached, its answer could not be believed, or a
   * person there still decides. The next enrolment goes on with the same keys.
   *
   * @param reason for the operator
   */
  record Undecided(String reason) implements Outcome {}
}

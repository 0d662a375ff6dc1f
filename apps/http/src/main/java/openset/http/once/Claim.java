package openset.http.once;

/** What became of a claim. */
public sealed interface Claim {
  /** Nobody had it: do the request, then complete or abandon. */
  record First() implements Claim {}

  /** It is being done at this moment by another request. */
  record InProgress() implements Claim {}

  /**
   * It was done.
   *
   * @param answer what was answered, to be given again
   */
  record Done(KeptAnswer answer) implements Claim {}

  /** The key was used before with another body. */
  record OtherRequest() implements Claim {}
}

package openset.pki.cms;

/** A peer used an algorithm that is none of ours; which one is no secret, the message says it. */
public final class UnknownAlgorithm extends Exception {
  private static final long serialVersionUID = 1L;

  /** {@code place} is where it is named, such as {@code signatureAlgorithm}. */
  public UnknownAlgorithm(String place) {
    super(place, null, false, false);
  }
}

package openset.asn1;

/**
 * The bounds within which DER is read. Nothing is allocated ahead of data, so the size of the input
 * bounds memory and these bound the rest.
 *
 * @param bytesMax the longest whole input, in octets
 * @param depthMax how deep values may be nested
 * @param countMax how many elements one SEQUENCE OF or SET OF may hold
 */
public record Limits(int bytesMax, int depthMax, int countMax) {
  /** For messages from a peer: 256 KiB, 40 levels, 1,024 elements. */
  public static final Limits PEER = new Limits(256 * 1024, 40, 1024);

  /** For our own stored values and for lists such as CRLs: 64 MiB, 40 levels, 2^20 elements. */
  public static final Limits OWN = new Limits(64 * 1024 * 1024, 40, 1 << 20);
}

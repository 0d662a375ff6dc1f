package openset.clearing.file;

/**
 * How much banks may send before anything of it is read.
 *
 * @param octets of one file at most
 * @param arriving files of one bank that have begun and not ended, at most
 */
public record FileLimits(long octets, int arriving) {
  /** A file of about four million captures. */
  public static final FileLimits STANDARD = new FileLimits(1L << 30, 32);
}

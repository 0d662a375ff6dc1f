package openset.asn1;

/**
 * Watches a value being read, part by part, with the names of its declaration: what a printed tree
 * is made of. Optional parts that are absent begin and end at one place.
 */
public interface Trace {
  /** Watches nothing and costs nothing. */
  Trace NONE =
      new Trace() {
        @Override
        public void begin(String name, String type, int offset, int tag) {}

        @Override
        public void end(int offset, Object value) {}
      };

  /**
   * A part begins.
   *
   * @param name its component name, or {@code [i]} in a list
   * @param type its type's name
   * @param offset of its first octet
   * @param tag its identifier octets as one number, or -1 at the end of the value around it
   */
  void begin(String name, String type, int offset, int tag);

  /** The part begun last ends before {@code offset} and reads as {@code value}. */
  void end(int offset, Object value);
}

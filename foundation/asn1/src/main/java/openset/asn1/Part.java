package openset.asn1;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One named part of a value that was read, with the parts inside it: what a tree for people is made
 * of. Every octet of the value lies in exactly one innermost part or in the header of one.
 */
public final class Part {
  private final String name;
  private final String type;
  private final int start;
  private final List<Part> inside = new ArrayList<>();
  private int end;
  private Object value = "";

  private Part(String name, String type, int start) {
    this.name = name;
    this.type = type;
    this.start = start;
  }

  /**
   * The parts of a value of {@code type}; those that are absent are left out.
   *
   * @throws Asn1Exception where {@code der} is none
   */
  public static Part read(Asn1Type<?> type, byte[] der) {
    Parts parts = new Parts();
    type.decode(der, Limits.OWN, parts);
    return parts.root;
  }

  /** Its component name, or {@code [i]} in a list. */
  public String name() {
    return name;
  }

  /** The name of its type. */
  public String type() {
    return type;
  }

  /** Where its first octet is. */
  public int start() {
    return start;
  }

  /** Where the octet after its last is; {@link #start} for a default that was not written. */
  public int end() {
    return end;
  }

  /** What it reads as. */
  public Object value() {
    return value;
  }

  /** What it reads as, if that is a {@code kind}. */
  public <T> Optional<T> as(Class<T> kind) {
    return Optional.of(value).filter(kind::isInstance).map(kind::cast);
  }

  /** The parts inside, in their order; none for a simple value. */
  public List<Part> inside() {
    return Collections.unmodifiableList(inside);
  }

  /** Name and type only: the value may be secret. */
  @Override
  public String toString() {
    return name + " " + type;
  }

  private static final class Parts implements Trace {
    private final Deque<Part> open = new ArrayDeque<>();
    private Part root = new Part("", "", 0);

    @Override
    public void begin(String name, String type, int offset, int tag) {
      Part part = new Part(name, type, offset);
      if (open.isEmpty()) {
        root = part;
      } else {
        open.peek().inside.add(part);
      }
      open.push(part);
    }

    @Override
    public void end(int offset, Object value) {
      Part part = open.pop();
      Object present = value instanceof Optional<?> some ? some.orElse(null) : value;
      part.end = offset;
      if (present == null) {
        open.peek().inside.remove(part);
      } else {
        part.value = present;
      }
    }
  }
}

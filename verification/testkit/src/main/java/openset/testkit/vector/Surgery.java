package openset.testkit.vector;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Cuts a part out of a DER value and puts another in, so that all lengths around it fit again. */
final class Surgery {
  private Surgery() {}

  /**
   * {@code der} with the part at {@code path} replaced.
   *
   * @param path which child of the value, which child of that, and so on
   */
  static byte[] at(byte[] der, UnaryOperator<byte[]> change, int... path) {
    return at(der, change, path, 0);
  }

  private static byte[] at(byte[] der, UnaryOperator<byte[]> change, int[] path, int depth) {
    if (depth == path.length) return change.apply(der);
    List<byte[]> children = children(der);
    children.set(path[depth], at(children.get(path[depth]), change, path, depth + 1));
    return value(tag(der), concat(children));
  }

  /** The values inside a constructed value. */
  static List<byte[]> children(byte[] der) {
    List<byte[]> children = new ArrayList<>();
    int at = contentStart(der, 0);
    while (at < der.length) {
      int end = end(der, at);
      children.add(slice(der, at, end));
      at = end;
    }
    return children;
  }

  /** The identifier octets. */
  static byte[] tag(byte[] der) {
    return slice(der, 0, tagOctets(der, 0));
  }

  /** The content octets. */
  static byte[] content(byte[] der) {
    return slice(der, contentStart(der, 0), der.length);
  }

  /** Identifier, length and content. */
  static byte[] value(byte[] tag, byte[] content) {
    return concat(List.of(tag, length(content.length), content));
  }

  /** Identifier of one octet, length and content. */
  static byte[] value(int tag, byte[] content) {
    return value(new byte[] {(byte) tag}, content);
  }

  static byte[] concat(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] length(int length) {
    if (length < 0x80) return new byte[] {(byte) length};
    if (length < 0x100) return new byte[] {(byte) 0x81, (byte) length};
    return new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
  }

  private static int tagOctets(byte[] der, int at) {
    int octets = 1;
    if ((der[at] & 0x1f) == 0x1f) {
      do octets++; while (der[at + octets - 1] < 0);
    }
    return octets;
  }

  private static int contentStart(byte[] der, int at) {
    int length = at + tagOctets(der, at);
    return length + 1 + (der[length] < 0 ? der[length] & 0x7f : 0);
  }

  private static int end(byte[] der, int at) {
    int length = at + tagOctets(der, at);
    int content = contentStart(der, at);
    if (content == length + 1) return content + der[length];
    int octets = 0;
    for (int i = length + 1; i < content; i++) octets = octets << 8 | der[i] & 0xff;
    return content + octets;
  }

  private static byte[] slice(byte[] der, int from, int to) {
    return java.util.Arrays.copyOfRange(der, from, to);
  }
}

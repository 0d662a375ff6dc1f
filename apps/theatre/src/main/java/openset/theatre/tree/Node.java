package openset.theatre.tree;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A part of a message in its place among the octets of its segment.
 *
 * @param name its component name, or the number of a data element
 * @param type the name of its type
 * @param text what it reads as, where it is simple or something is to be said of it
 * @param at its first octet
 * @param length how many octets, header included; 0 for a default that was not written
 * @param kind what is special about it
 * @param opens the segment that comes out of it, where it is sealed and could be opened
 * @param parts the parts inside
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Node(
    String name,
    String type,
    Optional<String> text,
    @JsonInclude(JsonInclude.Include.ALWAYS) int at,
    int length,
    Optional<NodeKind> kind,
    Optional<Integer> opens,
    List<Node> parts) {
  public Node {
    parts = List.copyOf(parts);
  }

  static Node leaf(Place place, String text) {
    return new Node(
        place.name(),
        place.type(),
        Optional.of(text),
        place.at(),
        place.length(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  static Node of(Place place, List<Node> parts) {
    return new Node(
        place.name(),
        place.type(),
        Optional.empty(),
        place.at(),
        place.length(),
        Optional.empty(),
        Optional.empty(),
        parts);
  }

  Node is(NodeKind what) {
    return new Node(name, type, text, at, length, Optional.of(what), opens, parts);
  }

  Node saying(String something) {
    return new Node(name, type, Optional.of(something), at, length, kind, opens, parts);
  }

  Node opening(int segment) {
    return new Node(name, type, text, at, length, kind, Optional.of(segment), parts);
  }

  /** What it is called and where it lies. */
  record Place(String name, String type, int at, int length) {}
}

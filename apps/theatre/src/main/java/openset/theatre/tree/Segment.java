package openset.theatre.tree;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.theatre.cast.Lane;

/**
 * Octets that lie open together: a message as it travels, or what came out of an envelope in it.
 *
 * @param bytes in hexadecimal, hidden ranges overwritten
 * @param hidden ranges of octets that were overwritten, each its first and the one after its last
 * @param readers who could read it: for a message its ends, for an envelope who made it and who has
 *     the key
 * @param recipient whom an envelope is sealed to, where one certificate is named
 * @param root what the octets are
 */
public record Segment(
    String bytes,
    List<List<Integer>> hidden,
    Set<Lane> readers,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Lane> recipient,
    Node root) {}

package openset.conduct;

/**
 * Who is at the other end of a connection: a label for the journal and the limits of the edge, for
 * example a host address or a configured name. Proves nothing; signatures do.
 */
public record Peer(String name) {}

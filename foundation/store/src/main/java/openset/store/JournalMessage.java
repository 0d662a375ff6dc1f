package openset.store;

import java.time.Instant;

/**
 * A message as it was on the wire, to be journalled.
 *
 * @param conversation the conversation it belongs to
 * @param exchange direction, peer and RRPID
 * @param name of the message, as in {@code PReq}, or its media type
 * @param bytes exactly as received or sent: what is sealed stays sealed
 * @param at when it was received or made
 */
public record JournalMessage(
    ConversationKey conversation, Exchange exchange, String name, byte[] bytes, Instant at) {}

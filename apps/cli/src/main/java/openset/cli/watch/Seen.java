package openset.cli.watch;

import java.time.Instant;
import openset.iso8583.Picture;

/**
 * One message that passed on a host link, with its picture: only for somebody who may look at
 * everybody's messages, which nobody may outside of a demo world.
 *
 * @param link the link's name; request and answer pass on the same one
 * @param from the sender's name
 * @param to the receiver's name
 * @param picture the message, card number and secrets overwritten
 * @param at when it passed
 */
public record Seen(String link, String from, String to, Picture picture, Instant at) {}

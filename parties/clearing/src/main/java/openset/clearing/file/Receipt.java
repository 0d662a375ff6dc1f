package openset.clearing.file;

import java.util.Optional;
import openset.clearing.store.Cycles;
import openset.clearing.store.StoredFile;
import openset.clearing.store.StoredFile.Content;
import openset.clearing.store.StoredFile.Refusal;

/**
 * What a bank is told of a file. The same file sent again gets the same receipt, but for its
 * progress.
 *
 * @param name the file's
 * @param state how far it has come
 * @param octets how many of it are there
 * @param items how many it holds, and how many of them are booked or rejected
 * @param cycle the cycle of its items, and SHA-256 of its octets in hexadecimal digits
 * @param refusal why it was refused as a whole
 */
public record Receipt(
    String name,
    StoredFile.State state,
    long octets,
    Optional<Items> items,
    Optional<Taken> cycle,
    Optional<Refusal> refusal) {

  /** Numbers of items: all, and those that are booked or rejected. */
  public record Items(long all, long done) {}

  /** The cycle of a file's items by name, and its digest. */
  public record Taken(String cycle, String digest) {}

  static Receipt of(StoredFile file) {
    Optional<Content> content = file.content();
    return new Receipt(
        file.name().text(),
        file.state(),
        file.octets(),
        content.map(each -> new Items(each.items(), each.done())),
        content.map(each -> new Taken(Cycles.name(each.cycle()), each.digest().hex())),
        file.refusal());
  }
}

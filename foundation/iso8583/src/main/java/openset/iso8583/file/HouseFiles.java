package openset.iso8583.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The clearing house's files, as one bank reaches them; every call is safe to repeat. */
public interface HouseFiles {
  /**
   * Names a file.
   *
   * @param text element 101
   * @param answers whether it is a file of answers
   */
  record Name(String text, boolean answers) {}

  /**
   * How a file of the bank stands there.
   *
   * @param octets how many are there
   * @param taken whether it was read as a whole and found right
   * @param cycle the cycle of its items, when it was taken
   */
  record Standing(long octets, boolean taken, Optional<String> cycle) {}

  /** How a file stands; empty where nothing of it has come. */
  Optional<Standing> standing(Name name) throws IOException;

  /**
   * Sends a part.
   *
   * @param at how many octets of the file come before
   * @return how many octets are there
   * @throws FileRefused when other octets are there under this name
   */
  long put(Name name, long at, byte[] octets) throws IOException, FileRefused;

  /**
   * Has a file whose parts are all there be read.
   *
   * @throws FileRefused when it is refused as a whole
   */
  Standing end(Name name) throws IOException, FileRefused;

  /** Names of files of items for the bank that it has not answered, the oldest first. */
  List<String> unanswered() throws IOException;

  /**
   * Octets of a file that was written for the bank.
   *
   * @param at how many octets come before
   * @return some of those that follow, none at the end; empty where there is no such file
   */
  Optional<byte[]> fetch(Name name, long at) throws IOException;
}

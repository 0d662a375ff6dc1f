package openset.iso8583.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import openset.iso8583.file.FileRefused.Reason;
import openset.iso8583.file.HouseFiles.Name;
import openset.iso8583.file.HouseFiles.Standing;

/** Carries whole files to and from the clearing house, part by part, on from where it broke off. */
public final class FileTransfer {
  /** Octets of a part. */
  public static final int PART = 128 * 1024;

  private final HouseFiles house;

  /** To and from a house. */
  public FileTransfer(HouseFiles house) {
    this.house = house;
  }

  /** Opens the same octets at every call. */
  @FunctionalInterface
  public interface Source {
    /** The file from its beginning. */
    InputStream open() throws IOException;
  }

  /**
   * Sends a file, or the rest of it; one that was taken before is not sent again.
   *
   * @throws FileRefused when it is refused as a whole
   */
  public Standing send(Name name, Source source) throws IOException, FileRefused {
    Optional<Standing> before = house.standing(name);
    if (before.isPresent() && before.get().taken()) return before.get();
    long there = before.map(Standing::octets).orElse(0L);
    try (InputStream in = source.open()) {
      in.skipNBytes(there);
      for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
        long now = house.put(name, there, part);
        there += part.length;
        if (now < there) throw new FileRefused(1, Reason.CUT, "a part did not come to stay");
      }
    }
    return house.end(name);
  }

  /** A file that was written for the bank, as a stream of its octets; empty where there is none. */
  public Optional<InputStream> fetch(Name name) throws IOException {
    Optional<byte[]> first = house.fetch(name, 0);
    return first.isEmpty() ? Optional.empty() : Optional.of(new Fetched(house, name, first.get()));
  }

  /** Fetches the next part when the last is read. */
  private static final class Fetched extends PartStream {
    private final HouseFiles house;
    private final Name name;
    private final byte[] first;

    private Fetched(HouseFiles house, Name name, byte[] first) {
      this.house = house;
      this.name = name;
      this.first = first;
    }

    @Override
    protected byte[] part(long before) throws IOException {
      if (before == 0) return first;
      return house.fetch(name, before).orElseThrow(() -> new IOException("the file is gone"));
    }
  }
}

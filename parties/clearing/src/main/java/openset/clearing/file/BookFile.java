package openset.clearing.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import openset.clearing.match.Matching;
import openset.clearing.store.Block;
import openset.clearing.store.Cleared;
import openset.clearing.store.Files;
import openset.clearing.store.Item;
import openset.clearing.store.Items;
import openset.clearing.store.Reject;
import openset.clearing.store.StoredFile;
import openset.clearing.store.StoredOctets;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.file.ClearingFileReader;
import openset.iso8583.file.FileRefused;
import openset.iso8583.host.ClearingItem.Dispute;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.ResponseCode;
import openset.ledger.Money;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books the items of a file that was taken, a block in a transaction, each block once: whoever
 * stopped in the middle goes on where it stopped. Items that are refused are kept with the reason.
 */
final class BookFile {
  private static final Logger LOG = LoggerFactory.getLogger(BookFile.class);

  /** Items in one transaction. */
  static final int BLOCK = 20_000;

  private final FileMeans means;
  private final TakeAnswers answers;

  BookFile(FileMeans means, TakeAnswers answers) {
    this.means = means;
    this.answers = answers;
  }

  /** Books what is left of a file, unless it is to stop after a block. */
  void book(StoredFile file, BooleanSupplier isStopped) {
    long done = file.content().orElseThrow().done();
    long all = file.content().orElseThrow().items();
    try (InputStream octets = new StoredOctets(means.transactions(), file.number())) {
      ClearingFileReader reader = new ClearingFileReader(octets);
      Iterator<Cleared> asked =
          file.name().answers()
              ? answers.askedBy(file)
              : Collections.<Cleared>emptyList().iterator();
      for (long i = 0; i < done; i++) {
        reader.next();
        if (file.name().answers()) asked.next();
      }
      while (done < all && !isStopped.getAsBoolean()) {
        List<IsoMessage> block = block(reader);
        long from = done;
        SortedMap<Long, ResponseCode> words =
            file.name().answers() ? TakeAnswers.words(asked, block) : new TreeMap<>();
        means.transactions().perform(tx -> book(tx, file, from, block, words));
        done += block.size();
        LOG.info("file {} of {}: {} of {} items", name(file), file.name().bank(), done, all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FileRefused e) {
      throw new IllegalStateException("a file that was found right is not", e);
    }
  }

  private static String name(StoredFile file) {
    return file.name().text();
  }

  private static List<IsoMessage> block(ClearingFileReader reader)
      throws IOException, FileRefused {
    List<IsoMessage> block = new ArrayList<>(BLOCK);
    while (block.size() < BLOCK) {
      Optional<IsoMessage> next = reader.next();
      if (next.isEmpty()) break;
      block.add(next.get());
    }
    return block;
  }

  private void book(
      Tx tx,
      StoredFile file,
      long done,
      List<IsoMessage> block,
      SortedMap<Long, ResponseCode> words) {
    if (!Files.in(tx).advance(file, done, done + block.size())) {
      throw new IllegalStateException("somebody else books this file");
    }
    if (file.name().answers()) {
      Items.in(tx).decide(words);
    } else {
      items(tx, file, done, block);
    }
  }

  private void items(Tx tx, StoredFile file, long done, List<IsoMessage> block) {
    Block rows = Block.of(tx, file);
    List<Block.Line> captures = new ArrayList<>(block.size());
    List<Block.Line> others = new ArrayList<>();
    // The header is line 1.
    long line = done + 1;
    for (IsoMessage message : block) {
      line++;
      try {
        Item item = Item.of(message);
        Optional<Reject> reject = stranger(file, new Block.Line(line, item), message);
        if (reject.isPresent()) {
          rows.reject(reject.get());
        } else {
          (item.kind() == Kind.CAPTURE ? captures : others).add(new Block.Line(line, item));
        }
      } catch (MalformedMessage e) {
        rows.reject(new Reject(line, ResponseCode.FORMAT_ERROR.wire(), short25(e), message));
      }
    }
    rows.book(captures, means.now());
    for (Block.Line each : others) one(tx, rows, each);
  }

  private static String short25(MalformedMessage refusal) {
    String text = String.valueOf(refusal.getMessage());
    return text.length() > 25 ? text.substring(0, 25) : text;
  }

  private Optional<Reject> stranger(StoredFile file, Block.Line line, IsoMessage message) {
    Item item = line.item();
    Optional<ResponseCode> code = Optional.empty();
    String reason = "";
    if (!item.sender().equals(file.name().bank())) {
      code = Optional.of(ResponseCode.NOT_PERMITTED);
      reason = "another bank's item";
    } else if (!means.members().contains(item.receiver())) {
      code = Optional.of(ResponseCode.NO_SUCH_ISSUER);
      reason = "no such bank";
    } else if (!Money.isCurrency(item.currency())) {
      code = Optional.of(ResponseCode.INVALID_TRANSACTION);
      reason = "no such currency";
    } else if (isClaim(item)) {
      code = Optional.of(ResponseCode.NOT_PERMITTED);
      reason = "claims come one by one";
    }
    String why = reason;
    return code.map(each -> new Reject(line.line(), each.wire(), why, message));
  }

  /** The last word in a dispute waits for the house's ruling, which a file cannot. */
  private static boolean isClaim(Item item) {
    return item.kind() == Kind.REPRESENTMENT
        && item.said().dispute().orElseThrow().stage() == Dispute.Stage.ARBITRATION;
  }

  private void one(Tx tx, Block rows, Block.Line line) {
    Items items = Items.in(tx);
    Item item = line.item();
    items.lock(item);
    Optional<ResponseCode> refusal =
        items.find(item.sender(), item.key()).isPresent()
            ? Optional.of(ResponseCode.DUPLICATE)
            : Matching.refusal(items, item);
    if (refusal.isPresent()) {
      String reason =
          refusal.get() == ResponseCode.DUPLICATE ? "key was used before" : "does not fit";
      rows.reject(
          new Reject(line.line(), refusal.get().wire(), reason, item.said().toMessage()));
    } else {
      rows.book(line, means.now());
    }
  }
}

package openset.clearing.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import openset.clearing.match.Matching;
import openset.clearing.store.Block;
import openset.clearing.store.Files;
import openset.clearing.store.Item;
import openset.clearing.store.Items;
import openset.clearing.store.Items.Numbered;
import openset.clearing.store.Reject;
import openset.clearing.store.StoredFile;
import openset.clearing.store.StoredOctets;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.file.ClearingFileReader;
import openset.iso8583.file.FileRefused;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
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
    long all = file.content().orElseThrow().items();
    try (InputStream octets = new StoredOctets(means.transactions(), file.number());
        ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
      ClearingFileReader reader = new ClearingFileReader(octets);
      Iterator<Numbered> asked =
          file.name().answers()
              ? answers.askedBy(file)
              : Collections.<Numbered>emptyList().iterator();
      long done = file.content().orElseThrow().done();
      for (long i = 0; i < done; i++) {
        reader.next();
        if (file.name().answers()) asked.next();
      }
      // The next block is read while the database works on this one.
      Future<Read> next = ahead.submit(() -> read(file, reader, asked));
      while (done < all && !isStopped.getAsBoolean()) {
        Read read = next.get();
        next = ahead.submit(() -> read(file, reader, asked));
        long from = done;
        means.transactions().perform(tx -> book(tx, file, from, read));
        done += read.size();
        LOG.info("file {} of {}: {} of {} items", name(file), file.name().bank(), done, all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | FileRefused e) {
      throw new IllegalStateException("a file that was found right is not", e);
    }
  }

  /** A block as it was read: items that may be booked, rejects, or words of a receiver. */
  private record Read(
      int size,
      List<Block.Line> captures,
      List<Block.Line> others,
      List<Reject> rejects,
      TakeAnswers.Words words) {}

  private Read read(StoredFile file, ClearingFileReader reader, Iterator<Numbered> asked)
      throws IOException, FileRefused {
    long line = reader.line();
    List<IsoMessage> block = block(reader);
    Read read =
        new Read(
            block.size(),
            new ArrayList<>(block.size()),
            new ArrayList<>(),
            new ArrayList<>(),
            file.name().answers() ? TakeAnswers.words(asked, block) : TakeAnswers.Words.NONE);
    if (!file.name().answers()) sort(file, read, line, block);
    return read;
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

  private void book(Tx tx, StoredFile file, long done, Read read) {
    if (!Files.in(tx).advance(file, done, done + read.size())) {
      throw new IllegalStateException("somebody else books this file");
    }
    if (file.name().answers()) {
      read.words().note(tx, means.now());
      return;
    }
    Block rows = Block.of(tx, file);
    read.rejects().forEach(rows::reject);
    rows.book(read.captures(), means.now());
    for (Block.Line each : read.others()) one(tx, rows, each);
  }

  private void sort(StoredFile file, Read into, long before, List<IsoMessage> block) {
    Map<Octets, Item> first = new HashMap<>();
    long line = before;
    for (IsoMessage message : block) {
      line++;
      try {
        Item item = Item.of(message);
        Block.Line here = new Block.Line(line, item);
        Optional<Reject> reject = stranger(file, here, message);
        if (reject.isPresent()) {
          into.rejects().add(reject.get());
        } else if (item.kind() != Kind.CAPTURE) {
          into.others().add(here);
        } else if (Matching.sameTerms(item, first.computeIfAbsent(item.original(), _ -> item))) {
          into.captures().add(here);
        } else {
          String code = ResponseCode.INVALID_TRANSACTION.wire();
          into.rejects().add(new Reject(line, code, "not as authorized", message));
        }
      } catch (MalformedMessage e) {
        String code = ResponseCode.FORMAT_ERROR.wire();
        into.rejects().add(new Reject(line, code, short25(e), message));
      }
    }
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
    } else if (item.isClaim()) {
      // It waits for the house's ruling, which a file cannot.
      code = Optional.of(ResponseCode.NOT_PERMITTED);
      reason = "claims come one by one";
    }
    String why = reason;
    return code.map(each -> new Reject(line.line(), each.wire(), why, message));
  }

  private void one(Tx tx, Block rows, Block.Line line) {
    Items items = Items.in(tx);
    Item item = line.item();
    items.lock(item);
    Optional<ResponseCode> refusal =
        items.find(item.sender(), item.key()).isPresent()
            ? Optional.of(ResponseCode.DUPLICATE)
            : Matching.refusal(tx, item, means.now());
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

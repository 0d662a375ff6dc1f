package openset.clearing.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import openset.clearing.match.Converting;
import openset.clearing.store.Files;
import openset.clearing.store.Items;
import openset.clearing.store.Items.Numbered;
import openset.clearing.store.StoredFile;
import openset.clearing.store.StoredFile.Name;
import openset.clearing.store.StoredFile.Way;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.file.FileRefused;
import openset.iso8583.file.FileRefused.Reason;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Conversion;
import openset.iso8583.host.ResponseCode;
import openset.store.Tx;

/**
 * Holds a bank's answers to the items of the file that it was sent: one for each, in the same
 * order, each the receiver's word for good (HL-108).
 */
final class TakeAnswers {
  private static final int FETCHED = 10_000;
  private static final int[] SAME = {3, 4, 32, 37, 49, 100};

  private final FileMeans means;

  TakeAnswers(FileMeans means) {
    this.means = means;
  }

  /** The cycle whose items a file of answers is about. */
  long cycle(Tx tx, StoredFile answers) {
    return Files.in(tx).find(asked(answers)).orElseThrow().content().orElseThrow().cycle();
  }

  private static Name asked(StoredFile answers) {
    return new Name(answers.name().bank(), Way.OUT, false, answers.name().text());
  }

  /** Answers, read one after another beside what was asked. */
  final class Compared {
    private final Iterator<Numbered> asked;

    private Compared(Iterator<Numbered> asked) {
      this.asked = asked;
    }

    void next(long line, IsoMessage answer) throws FileRefused {
      if (!asked.hasNext()) throw new FileRefused(line, Reason.WRONG_ORDER, "nothing was asked");
      IsoMessage request = asked.next().item().said().toMessage();
      if (!answer.mti().equals(request.mti().answer())) {
        throw new FileRefused(line, Reason.WRONG_ORDER, "answers another type");
      }
      for (int element : SAME) {
        if (!request.sameAs(answer, element)) {
          throw new FileRefused(line, Reason.WRONG_ORDER, "element " + element + " is another");
        }
      }
      if (said(answer).isEmpty()) {
        throw new FileRefused(line, Reason.MALFORMED, "element 39 is not for good");
      }
    }

    void end(long line) throws FileRefused {
      if (asked.hasNext()) throw new FileRefused(line, Reason.WRONG_ORDER, "an answer is missing");
    }
  }

  private static Optional<AdviceAnswer> said(IsoMessage answer) {
    try {
      AdviceAnswer said = AdviceAnswer.of(answer);
      return said.isFinal() ? Optional.of(said) : Optional.empty();
    } catch (MalformedMessage e) {
      return Optional.empty();
    }
  }

  /**
   * Begins to compare answers with what was asked.
   *
   * @throws FileRefused when nothing was asked under this name
   */
  Compared compare(StoredFile answers) throws FileRefused {
    Optional<StoredFile> file =
        means.transactions().inTransaction(tx -> Files.in(tx).find(asked(answers)));
    if (file.isEmpty()) throw new FileRefused(1, Reason.WRONG_PARTY, "answers no file of ours");
    return new Compared(items(file.get()));
  }

  /** The items of a file that was written for a bank, in their order. */
  private Iterator<Numbered> items(StoredFile file) {
    long cycle = file.content().orElseThrow().cycle();
    String bank = file.name().bank();
    return new Iterator<>() {
      private Iterator<Numbered> block = List.<Numbered>of().iterator();
      private long after;
      private boolean ended;

      @Override
      public boolean hasNext() {
        if (!block.hasNext() && !ended) {
          block =
              means
                  .transactions()
                  .inTransaction(tx -> Items.in(tx).ofCycle(cycle, bank, after, FETCHED))
                  .iterator();
          ended = !block.hasNext();
        }
        return block.hasNext();
      }

      @Override
      public Numbered next() {
        if (!hasNext()) throw new NoSuchElementException();
        Numbered next = block.next();
        after = next.number();
        return next;
      }
    };
  }

  /**
   * The words of a block of answers.
   *
   * @param codes by the numbers of their items
   * @param converted what some of the items are in the currencies of their accounts
   */
  record Words(SortedMap<Long, ResponseCode> codes, List<Converted> converted) {
    static final Words NONE = new Words(new TreeMap<>(), List.of());

    /** An item that was taken in another currency. */
    private record Converted(Numbered item, Conversion said) {}

    /** Keeps them; what was said before stays. */
    void note(Tx tx, Instant now) {
      for (Converted each : converted) {
        Converting.note(tx, each.item().number(), each.item().item(), each.said(), now);
      }
      Items.in(tx).decide(codes);
    }
  }

  /** The words of a block of answers to what was asked. */
  static Words words(Iterator<Numbered> asked, List<IsoMessage> block) {
    Words words = new Words(new TreeMap<>(), new ArrayList<>());
    for (IsoMessage each : block) {
      Numbered item = asked.next();
      AdviceAnswer said = said(each).orElseThrow();
      words.codes().put(item.number(), said.code());
      if (said.code() == ResponseCode.APPROVED && said.conversion().isPresent()) {
        words.converted().add(new Words.Converted(item, said.conversion().get()));
      }
    }
    return words;
  }

  /** The items that a file of answers is about, in their order. */
  Iterator<Numbered> askedBy(StoredFile answers) {
    return items(
        means.transactions().inTransaction(tx -> Files.in(tx).find(asked(answers))).orElseThrow());
  }
}

package openset.iso8583.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.MalformedMessage;

/**
 * The first message of a clearing file: 0300, or 0310 where the file answers the items of another
 * (spec/clearing.md, HL-101).
 *
 * @param name element 101, 1 to 17 letters, digits, {@code -} or {@code .}; unique for its sender.
 *     Answers carry the name of the file that they answer
 * @param ends who sends it to whom
 * @param businessDate element 73
 * @param sequence element 71, the number of the file among its sender's, 1 to 9999 and round again
 * @param time element 7, MMDDhhmmss in UTC, when it was begun
 * @param answers whether it is a file of answers
 */
public record FileHeader(
    String name,
    Ends ends,
    LocalDate businessDate,
    int sequence,
    String time,
    boolean answers) {
  /** The greatest number of a file; the next is 1. */
  public static final int SEQUENCE_MOST = 9999;

  private static final Mti ITEMS = new Mti(300);
  private static final Mti ANSWERS = new Mti(310);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");

  /**
   * From whom to whom.
   *
   * @param sender element 33, institution code
   * @param receiver element 100, institution code
   */
  public record Ends(String sender, String receiver) {
    /** The way back. */
    public Ends turned() {
      return new Ends(receiver, sender);
    }
  }

  public FileHeader {
    if (!isName(name)) throw new IllegalArgumentException("not a file name");
    if (sequence < 1 || sequence > SEQUENCE_MOST) {
      throw new IllegalArgumentException("not a number of a file");
    }
  }

  /** Whether a text can be the name of a file. */
  public static boolean isName(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,16}");
  }

  /** The header of the answers to this file. */
  public FileHeader answered() {
    return new FileHeader(name, ends.turned(), businessDate, sequence, time, true);
  }

  static FileHeader of(IsoMessage message) throws MalformedMessage {
    boolean answers = message.mti().equals(ANSWERS);
    if (!answers && !message.mti().equals(ITEMS)) {
      throw new MalformedMessage(0, "not a header 0300 or 0310");
    }
    String name = message.need(101);
    int sequence = Integer.parseInt(message.need(71));
    if (!isName(name)) throw new MalformedMessage(101, "not a file name");
    if (sequence == 0) throw new MalformedMessage(71, "zero");
    Ends ends = new Ends(message.need(33), message.need(100));
    try {
      LocalDate date = LocalDate.parse(message.need(73), DATE);
      return new FileHeader(name, ends, date, sequence, message.need(7), answers);
    } catch (DateTimeException e) {
      throw new MalformedMessage(73, "not a date");
    }
  }

  IsoMessage toMessage() {
    return IsoMessage.of(answers ? ANSWERS : ITEMS)
        .put(7, time)
        .put(11, 1)
        .put(33, ends.sender())
        .put(71, sequence)
        .put(73, DATE.format(businessDate))
        .put(100, ends.receiver())
        .put(101, name)
        .build();
  }
}

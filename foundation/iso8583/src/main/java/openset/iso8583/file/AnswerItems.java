package openset.iso8583.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openset.iso8583.IsoHandler;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.ResponseCode;

/**
 * A bank's side of the files that the clearing house writes for it: fetches each, has every item
 * answered as if it had come by message, and sends the answers (HL-108). An item that is not
 * answered for good keeps its whole file for the next time; items that were answered before get the
 * same answers then (HL-11).
 */
public final class AnswerItems {
  private static final int AT_ONCE = 32;

  private final HouseFiles house;
  private final IsoHandler handler;
  private final IsoHandler.Peer peer;

  /**
   * Between a house and who answers.
   *
   * @param institution institution code of the house, for whose items they are answered
   * @param handler answers items
   */
  public AnswerItems(HouseFiles house, String institution, IsoHandler handler) {
    this.house = house;
    this.handler = handler;
    this.peer = new IsoHandler.Peer(institution, 0);
  }

  /**
   * Answers the files that wait for it.
   *
   * @return how many files were answered
   * @throws IOException when the house cannot be reached, or an item is not answered for good
   * @throws FileRefused when a file is not right, or its answers are refused
   */
  public int run() throws IOException, FileRefused {
    int answered = 0;
    for (String name : house.unanswered()) {
      answer(name);
      answered++;
    }
    return answered;
  }

  private void answer(String text) throws IOException, FileRefused {
    FileTransfer transfer = new FileTransfer(house);
    HouseFiles.Name items = new HouseFiles.Name(text, false);
    Optional<InputStream> in = transfer.fetch(items);
    if (in.isEmpty()) return;
    Path answers = Files.createTempFile("answers", ".clearing");
    try (InputStream octets = in.get()) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(answers))) {
        answer(new ClearingFileReader(octets), out);
      }
      transfer.send(new HouseFiles.Name(text, true), () -> Files.newInputStream(answers));
    } finally {
      Files.delete(answers);
    }
  }

  private void answer(ClearingFileReader reader, OutputStream out)
      throws IOException, FileRefused {
    ClearingFileWriter writer = new ClearingFileWriter(out, reader.header().answered());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<IsoMessage>> running = new ArrayList<>();
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        IsoMessage item = next.get();
        running.add(threads.submit(() -> answer(item)));
        if (running.size() == AT_ONCE) drain(running, writer);
      }
      drain(running, writer);
    }
    writer.end();
  }

  private static void drain(List<Future<IsoMessage>> running, ClearingFileWriter writer)
      throws IOException {
    for (Future<IsoMessage> each : running) writer.item(done(each));
    running.clear();
  }

  private static IsoMessage done(Future<IsoMessage> answer) throws IOException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IOException("an item was not answered", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while answering", e);
    }
  }

  private IsoMessage answer(IsoMessage item) throws IOException {
    IsoMessage answer;
    try {
      answer = handler.answer(peer, item);
      if (AdviceAnswer.of(answer).isFinal()) return answer;
    } catch (MalformedMessage e) {
      return item.answer(ResponseCode.FORMAT_ERROR.wire());
    }
    throw new IOException("an item is answered " + answer.text(39).orElse(""));
  }
}

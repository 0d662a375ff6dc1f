package openset.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import openset.http.page.Visit;

/**
 * A stream of events to a page, for as long as both want (HTML, server-sent events).
 *
 * @param path where
 * @param handler who tells
 */
public record EventRoute(PathTemplate path, Handler handler) implements Mount {
  /** Tells a page what happens. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Tells until it has nothing more to tell. The browser comes back by itself after an end.
     *
     * @param visit who listens
     * @param last the id of the last event that the browser saw, when it comes back
     * @throws IOException when nobody listens any more
     */
    void tell(Visit visit, Optional<String> last, Events events)
        throws IOException, InterruptedException;
  }

  /** The way to the listening page. Safe for many threads. */
  public interface Events {
    /**
     * Sends one event.
     *
     * @param id what the browser says when it comes back; one line
     * @param name its type, letters
     * @param data one line of text, such as JSON
     * @throws IOException when nobody listens any more
     */
    void send(String id, String name, String data) throws IOException;

    /** Shows that we are still here; to be sent in every few seconds of silence. */
    void beat() throws IOException;
  }

  /** A stream at a path. */
  public static EventRoute at(String path, Handler handler) {
    return new EventRoute(PathTemplate.of(path), handler);
  }

  @Override
  public Method method() {
    return Method.GET;
  }

  Answer answer(Map<String, String> names, Request request) {
    Visit visit = PageRoute.visit(names, request);
    Optional<String> last = request.field().apply("Last-Event-ID");
    return Answer.of(200, "text/event-stream", new byte[0])
        .streaming(to -> handler.tell(visit, last, new Lines(to)));
  }

  /** Events as lines of text. */
  private record Lines(OutputStream to) implements Events {
    @Override
    public void send(String id, String name, String data) throws IOException {
      if ((id + name + data).chars().anyMatch(c -> c == '\n' || c == '\r')) {
        throw new IllegalArgumentException("an event's parts are single lines");
      }
      write("id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n");
    }

    @Override
    public void beat() throws IOException {
      write(":\n\n");
    }

    private synchronized void write(String text) throws IOException {
      to.write(text.getBytes(StandardCharsets.UTF_8));
      to.flush();
    }
  }
}

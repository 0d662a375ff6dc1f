package openset.pages.privacy;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import openset.http.Mount;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Manner;
import openset.pages.Manners;
import openset.pages.Words;
import openset.privacy.Measured;
import openset.privacy.Meter;
import openset.privacy.Purchase;
import openset.privacy.store.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page {@code /privacy}: measures when it is asked for, one visitor after the other, and keeps
 * a measure for two seconds so that nobody can keep the databases busy.
 */
public final class PrivacyPages {
  private static final Logger LOG = LoggerFactory.getLogger(PrivacyPages.class);
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final int SHOWN_MOST = 50;

  private final Source meter;
  private final Frames frames;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Kept kept = new Kept("", Instant.MIN, null);

  /** Gives a meter of the world as it is now. */
  @FunctionalInterface
  public interface Source {
    /** The meter. */
    Meter meter() throws IOException;
  }

  /** Puts a page of the site around a content. */
  @FunctionalInterface
  public interface Frames {
    /** The whole page. */
    String framed(Manner manner, Words title, Content content);
  }

  private record Kept(String asked, Instant at, MeterReading reading) {}

  private PrivacyPages(Source meter, Frames frames, InstantSource clock) {
    this.meter = meter;
    this.frames = frames;
    this.clock = clock;
  }

  /** The routes. */
  public static List<Mount> routes(Source meter, Frames frames, InstantSource clock) {
    PrivacyPages pages = new PrivacyPages(meter, frames, clock);
    return List.of(PageRoute.get("/privacy", pages::page));
  }

  private Page page(Visit visit) {
    String asked = visit.parameter("purchase").orElse("");
    String here = asked.matches("[A-Za-z0-9-]{1,80}") ? "/privacy?purchase=" + asked : "/privacy";
    Manner manner = Manners.of(visit, here);
    lock.lock();
    try {
      Optional<MeterReading> reading = reading(asked, manner);
      Content content =
          reading.isPresent()
              ? out -> JtematrixGenerated.render((HtmlTemplateOutput) out, null, reading.get())
              : said(manner, MeterWords.NOTHING, MeterWords.NOTHING_MORE);
      return Page.html(frames.framed(manner, MeterWords.TITLE, content));
    } catch (IOException | Unreadable e) {
      LOG.warn("nothing measured", e);
      Content content = said(manner, MeterWords.TITLE, MeterWords.CANNOT);
      return Page.html(503, frames.framed(manner, MeterWords.TITLE, content));
    } finally {
      lock.unlock();
    }
  }

  private static Content said(Manner manner, Words title, Words more) {
    return out ->
        JtesaidGenerated.render(
            (HtmlTemplateOutput) out, null, manner.say(title), manner.say(more));
  }

  private Optional<MeterReading> reading(String asked, Manner manner)
      throws IOException, Unreadable {
    Instant now = clock.instant();
    if (kept.reading() != null && kept.asked().equals(asked) && fresh(now)) {
      MeterReading before = kept.reading();
      return Optional.of(
          new MeterReading(
              manner, before.all(), before.chosen(), before.measured(), before.at()));
    }
    Meter current = meter.meter();
    List<Purchase> all = current.purchases();
    if (all.isEmpty()) return Optional.empty();
    Optional<Purchase> chosen = all.stream().filter(one -> one.isCalled(asked)).findFirst();
    Measured measured = current.measure(chosen.map(List::of).orElse(all));
    List<Purchase> newest =
        all.stream()
            .sorted((a, b) -> b.sold().offer().date().compareTo(a.sold().offer().date()))
            .limit(SHOWN_MOST)
            .toList();
    MeterReading reading = new MeterReading(manner, newest, chosen, measured, now);
    kept = new Kept(asked, now, reading);
    return Optional.of(reading);
  }

  private boolean fresh(Instant now) {
    return kept.at().plus(KEPT).isAfter(now);
  }
}

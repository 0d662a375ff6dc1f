package openset.pages.office;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import openset.http.PageRoute;
import openset.http.hook.HookAddresses;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.merchant.hook.Delivery;
import openset.merchant.hook.Webhook;
import openset.merchant.hook.Webhooks;
import openset.pages.Rendered;
import openset.pages.desk.Guard;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;

/** Webhooks: who is told, and what came of it. */
final class HookDesk {
  static final String PATH = "/office/webhooks";
  private static final int ABOUT_MAX = 80;
  private static final int SHOWN = 50;

  private final Webhooks webhooks;
  private final HookAddresses addresses;
  private final Guard guard;

  HookDesk(Office office, Guard guard) {
    this.webhooks = office.merchant().webhooks();
    this.addresses = office.addresses();
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.develop, this::show),
        guard.post(PATH, Right.develop, this::add),
        guard.post(PATH + "/{webhook}/active", Right.develop, this::active),
        guard.post(PATH + "/{webhook}/remove", Right.develop, this::remove),
        guard.post(PATH + "/deliveries/{delivery}/replay", Right.develop, this::replay));
  }

  private Page show(Visit visit, Session session) {
    View view = guard.view(visit, session, OfficeWords.WEBHOOKS, PATH);
    List<Webhook> all = webhooks.all();
    List<Delivery> deliveries = webhooks.deliveries(SHOWN);
    Map<UUID, Webhook> byId = all.stream().collect(Collectors.toMap(Webhook::id, hook -> hook));
    return Page.html(
        Rendered.text(
            out -> JtewebhooksGenerated.render(out, null, view, all, deliveries, byId)));
  }

  private Page add(Visit visit, Session session) {
    String url = visit.field("url");
    String about = visit.field("about");
    try {
      addresses.taken(url);
    } catch (HookAddresses.NotTaken e) {
      return Page.see(PATH + "?said=hook-bad");
    }
    if (about.length() > ABOUT_MAX) about = about.substring(0, ABOUT_MAX);
    Webhooks.Added added = webhooks.add(url, about);
    View view = guard.view(visit, session, SettingsWords.SECRET_TITLE, PATH);
    String secret = Webhooks.text(added.secret());
    return Page.html(
        Rendered.text(out -> JtesecretGenerated.render(out, null, view, secret, PATH)));
  }

  private Page active(Visit visit, Session session) {
    Optional<Webhook> hook = hook(visit);
    if (hook.isEmpty()) return guard.nothing(visit, session);
    Webhook is = hook.get();
    boolean active = visit.field("active").equals("true");
    webhooks.change(new Webhook(is.id(), is.url(), is.about(), active, is.addedAt()));
    return Page.see(PATH);
  }

  private Page remove(Visit visit, Session session) {
    Optional<Webhook> hook = hook(visit);
    if (hook.isEmpty()) return guard.nothing(visit, session);
    webhooks.remove(hook.get().id());
    return Page.see(PATH);
  }

  private Page replay(Visit visit, Session session) {
    String number = visit.part("delivery");
    boolean there =
        number.matches("[1-9][0-9]{0,17}")
            && webhooks.replay(Long.parseLong(number)).isPresent();
    return there ? Page.see(PATH) : guard.nothing(visit, session);
  }

  private Optional<Webhook> hook(Visit visit) {
    String text = visit.part("webhook");
    boolean uuid = text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    return uuid ? webhooks.find(UUID.fromString(text)) : Optional.empty();
  }
}

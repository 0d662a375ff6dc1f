package openset.http.merchant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.MediaType;
import openset.http.Mount;
import openset.http.Resource;
import openset.http.hook.HookAddresses;
import openset.http.once.AnswerStore;
import openset.merchant.hook.Webhook;
import openset.merchant.hook.Webhooks;

/** The routes by which a merchant's own programs say where they are told what happens. */
public final class WebhookApi {
  private static final int ABOUT_MAX = 80;
  private static final int MOST = 100;

  private final Webhooks webhooks;
  private final HookAddresses addresses;

  private WebhookApi(Webhooks webhooks, HookAddresses addresses) {
    this.webhooks = webhooks;
    this.addresses = addresses;
  }

  /**
   * The routes.
   *
   * @param addresses which addresses may be told
   * @param once where answers to writes are kept, so that each is done once
   */
  public static List<Mount> routes(
      Webhooks webhooks, HookAddresses addresses, ApiRights rights, AnswerStore once) {
    WebhookApi api = new WebhookApi(webhooks, addresses);
    return List.of(
        JsonRoute.get("/v1/webhooks", api::list).only(rights.develop()),
        JsonRoute.post("/v1/webhooks", WebhookJson.NewWebhook.class, api::add)
            .answering(201)
            .only(rights.develop())
            .once(once),
        JsonRoute.get("/v1/webhooks/{webhook}", api::get).only(rights.develop()),
        JsonRoute.of(
                Mount.Method.PUT,
                "/v1/webhooks/{webhook}",
                WebhookJson.WebhookChange.class,
                api::change)
            .only(rights.develop())
            .once(once),
        JsonRoute.of(
                Mount.Method.DELETE, "/v1/webhooks/{webhook}", Call.None.class, api::remove)
            .only(rights.develop())
            .once(once),
        JsonRoute.get("/v1/webhooks/{webhook}/deliveries", api::deliveries)
            .only(rights.develop()),
        JsonRoute.post("/v1/deliveries/{delivery}/replay", Call.None.class, api::replay)
            .only(rights.develop())
            .once(once));
  }

  /** The description of the whole API (OpenAPI 3.1), for everybody. */
  public static Mount description() {
    byte[] text = descriptionText();
    return Resource.at(
        "/v1/openapi.json",
        _ -> Optional.of(new Resource.Octets(MediaType.JSON, text)));
  }

  /** The octets of the description. */
  public static byte[] descriptionText() {
    try (InputStream file = WebhookApi.class.getResourceAsStream("openapi.json")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WebhookJson.Webhooks list(Call<Call.None> call) {
    return new WebhookJson.Webhooks(
        webhooks.all().stream().map(WebhookJson.Webhook::of).toList());
  }

  private WebhookJson.WebhookAdded add(Call<WebhookJson.NewWebhook> call) throws HttpRefused {
    check(call.body().url(), call.body().about());
    Webhooks.Added added = webhooks.add(call.body().url(), call.body().about());
    return WebhookJson.WebhookAdded.of(added.webhook(), added.secret());
  }

  private void check(String url, String about) throws HttpRefused {
    if (about.length() > ABOUT_MAX) {
      throw new HttpRefused(422, "webhook.about", "At most 80 characters.");
    }
    try {
      addresses.taken(url);
    } catch (HookAddresses.NotTaken e) {
      throw new HttpRefused(422, "webhook.url", e.getMessage());
    }
  }

  private WebhookJson.Webhook get(Call<Call.None> call) throws HttpRefused {
    return WebhookJson.Webhook.of(found(call));
  }

  private Webhook found(Call<?> call) throws HttpRefused {
    return id(call).flatMap(webhooks::find).orElseThrow(HttpRefused::notFound);
  }

  private static Optional<UUID> id(Call<?> call) {
    String text = call.part("webhook");
    boolean uuid = text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    return uuid ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }

  private WebhookJson.Webhook change(Call<WebhookJson.WebhookChange> call) throws HttpRefused {
    Webhook before = found(call);
    WebhookJson.WebhookChange change = call.body();
    check(change.url(), change.about());
    Webhook after =
        new Webhook(
            before.id(), change.url(), change.about(), change.active(), before.addedAt());
    if (!webhooks.change(after)) throw HttpRefused.notFound();
    return WebhookJson.Webhook.of(after);
  }

  private Call.None remove(Call<Call.None> call) throws HttpRefused {
    if (!webhooks.remove(found(call).id())) throw HttpRefused.notFound();
    return Call.None.NONE;
  }

  private WebhookJson.Deliveries deliveries(Call<Call.None> call) throws HttpRefused {
    return new WebhookJson.Deliveries(
        webhooks.deliveries(found(call).id(), MOST).stream()
            .map(WebhookJson.Delivery::of)
            .toList());
  }

  private WebhookJson.Delivery replay(Call<Call.None> call) throws HttpRefused {
    String text = call.part("delivery");
    if (!text.matches("[1-9][0-9]{0,17}")) throw HttpRefused.notFound();
    return webhooks
        .replay(Long.parseLong(text))
        .map(WebhookJson.Delivery::of)
        .orElseThrow(HttpRefused::notFound);
  }
}

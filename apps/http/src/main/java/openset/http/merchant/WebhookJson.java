package openset.http.merchant;

import java.util.List;
import java.util.Optional;
import openset.crypto.SecretBytes;
import openset.http.hook.HookJson;

/** Webhooks as JSON, for the merchant's own programs; described in {@code openapi.json}. */
public final class WebhookJson {
  private WebhookJson() {}

  /** The events of an order. */
  public record Events(List<HookJson.Event> events) {}

  /** A program to be told. */
  public record NewWebhook(String url, String about) {}

  /** A webhook as it shall be. */
  public record WebhookChange(String url, String about, boolean active) {}

  /** A program that is told. */
  public record Webhook(
      String webhook, String url, String about, boolean active, String addedAt) {
    static Webhook of(openset.merchant.hook.Webhook hook) {
      return new Webhook(
          hook.id().toString(), hook.url(), hook.about(), hook.active(),
          hook.addedAt().toString());
    }
  }

  /** A new webhook with its secret. */
  public record WebhookAdded(Webhook webhook, String secret) {
    static WebhookAdded of(openset.merchant.hook.Webhook hook, SecretBytes secret) {
      return new WebhookAdded(
          Webhook.of(hook), openset.merchant.hook.Webhooks.text(secret));
    }

    @Override
    public String toString() {
      return "WebhookAdded[" + webhook + "]";
    }
  }

  /** All webhooks. */
  public record Webhooks(List<Webhook> webhooks) {}

  /** One event for one webhook. */
  public record Delivery(
      long delivery,
      String webhook,
      HookJson.Event event,
      String state,
      int attempts,
      Optional<String> due,
      Optional<String> triedAt,
      Optional<Integer> status,
      Optional<String> answer) {
    static Delivery of(openset.merchant.hook.Delivery delivery) {
      boolean waits = delivery.state() == openset.merchant.hook.Delivery.State.waiting;
      return new Delivery(
          delivery.id(),
          delivery.webhook().toString(),
          HookJson.Event.of(delivery.event()),
          delivery.state().name(),
          delivery.attempts(),
          waits ? Optional.of(delivery.due().toString()) : Optional.empty(),
          delivery.last().map(last -> last.at().toString()),
          delivery.last().map(openset.merchant.hook.Delivery.Answer::status),
          delivery.last().map(openset.merchant.hook.Delivery.Answer::text));
    }
  }

  /** Deliveries, the newest first. */
  public record Deliveries(List<Delivery> deliveries) {}
}

/**
 * The merchant's API for a shop system in Java: takes no more than the JDK's HTTP client and
 * Jackson. Start at {@link openset.client.MerchantClient}; a webhook's message is opened by {@link
 * openset.client.WebhookMessage}.
 */
package openset.client;

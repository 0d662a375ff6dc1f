/**
 * A gateway's back office: links, throughput, stand-in, refused messages by rule, batches.
 * Start at {@link openset.pages.gatewaydesk.GatewayOffice}.
 */
package openset.pages.gatewaydesk;
